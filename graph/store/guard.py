"""The guard: lets a stranger's statement through only when all it does is read.

An allow-list, not a block-list. A statement is a row of operands (names, values, brackets) with
operators between them. A word that stands where an operator must stand is an operator or begins a
clause: it is on the list, or the statement is refused. So a property named `set` is fine and SET is
not, and a clause that a later version of a store may add is refused before anybody knows it.

The guard is the first of several boundaries; the others are EXPLAIN, a user who can only read, a
transaction that is rolled back, and limits of rows, bytes and time.
"""

from dataclasses import dataclass, field

from graph.store.errors import QueryRefusedError
from graph.store.tokens import Sort, Token, place, tokens

PROCEDURES = frozenset(
    {"db.labels", "db.relationshipTypes", "db.propertyKeys", "db.index.fulltext.queryNodes"}
)
"""Procedures that may be called; each reads the graph and nothing else."""

CLAUSES = ("MATCH", "OPTIONAL MATCH", "WHERE", "WITH", "UNWIND", "RETURN", "ORDER BY", "SKIP",
           "LIMIT", "UNION", "CASE", "CALL { … }", "CALL of a listed procedure")  # fmt: skip

_OPENERS = frozenset({"MATCH", "OPTIONAL", "WITH", "UNWIND", "RETURN", "CALL"})
_CONTINUERS = frozenset({"WHERE", "ORDER", "SKIP", "OFFSET", "LIMIT", "UNION", "YIELD"})
_INFIX = frozenset({"AND", "OR", "XOR", "IN", "STARTS", "ENDS", "CONTAINS", "IS", "AS", "WHEN",
                    "THEN", "ELSE", "SHORTEST"})  # fmt: skip
_POSTFIX = frozenset({"END", "ASC", "ASCENDING", "DESC", "DESCENDING"})
_PREFIX = frozenset({"NOT", "DISTINCT", "CASE"})
# Namespaces of functions that compute; others (genai, apoc, …) may reach the network or run text.
_NAMESPACES = frozenset(
    {"date", "datetime", "localdatetime", "time", "localtime", "duration", "point"}
)
# Clauses whose body may begin with a bracket look like calls of functions; none is a function.
_NO_FUNCTIONS = frozenset({"CREATE", "MERGE", "INSERT", "SET", "DELETE", "REMOVE", "FOREACH",
                           "DETACH", "NODETACH", "LOAD", "DROP", "CALL"})  # fmt: skip
_PAIRS = {"(": ")", "[": "]", "{": "}"}
_LONGEST = 100_000  # code points
_DEEPEST = 100  # brackets
_END = Token(Sort.SIGN, "", 0, 0)


@dataclass(frozen=True, slots=True)
class Statement:
    """A statement that may run.

    Attributes:
        text: Without a closing semicolon.
        tokens: Its tokens.
        final: Place in `tokens` of the last RETURN outside brackets, or -1.
        united: It has a UNION outside brackets.
    """

    text: str
    tokens: tuple[Token, ...]
    final: int
    united: bool


def checked(text: str) -> Statement:
    """Read a statement and give it back when all it does is read.

    Raises:
        QueryRefusedError: It does more, or cannot be told to only read; the sentence says why.
    """
    if len(text) > _LONGEST:
        raise QueryRefusedError(
            f"The query has {len(text):,} characters; {_LONGEST:,} are allowed. Pass long values "
            "with --param."
        )
    found = list(tokens(text))
    while found and found[-1].text == ";":
        found.pop()
    if not found:
        raise QueryRefusedError("The query is empty. Write one, such as MATCH (p:Person) RETURN p.")
    reader = _Reader(text, found)
    reader.run()
    return Statement(text[: found[-1].stop], tuple(found), reader.final, reader.united)


@dataclass(slots=True)
class _Reader:
    """Walks over the tokens, knowing only whether an operand has just ended."""

    text: str
    tokens: list[Token]
    at: int = 0
    ended: bool = False  # an operand has just ended: an operator or a clause must follow
    clause: str = ""
    brackets: list[tuple[str, str]] = field(default_factory=list)  # the sign, the clause before it
    calls: set[int] = field(default_factory=set)  # places of brackets that CALL opened
    final: int = -1
    united: bool = False

    def run(self) -> None:
        self._opener()
        while self.at < len(self.tokens):
            token = self.tokens[self.at]
            if token.sort is Sort.SIGN:
                self._sign(token)
            elif token.sort is Sort.WORD:
                self._word(token)
            else:
                self._operand(token)
            self.at += 1
        if self.brackets:
            raise self._refused(
                self.tokens[-1], f"The bracket {self.brackets[-1][0]} is not closed"
            )

    def _peek(self, ahead: int = 1) -> Token:
        place_ = self.at + ahead
        return self.tokens[place_] if 0 <= place_ < len(self.tokens) else _END

    def _operand(self, token: Token) -> None:
        if self.ended and self._peek(-1).upper != "SHORTEST":
            raise self._unknown(token)
        self.ended = True

    def _word(self, token: Token) -> None:
        word = token.upper
        if self.ended:
            if word in _OPENERS or word in _CONTINUERS:
                self._clause(token)
            elif word in _INFIX:
                self._infix(token)
            elif word not in _POSTFIX:
                raise self._unknown(token)
        elif not self._prefixes(word):
            self._name(token)

    def _prefixes(self, word: str) -> bool:
        """Tell a word that must be followed by an operand from a property of the same name."""
        before = self._peek(-1)
        if before.text in (".", ":"):
            return False
        return word in _PREFIX or (word == "WHEN" and before.upper == "CASE")

    def _infix(self, token: Token) -> None:
        before = self._peek(-1)
        if token.upper == "IN" and before.text == "}" and self._closed_call():
            raise self._refused(
                token, "CALL … IN TRANSACTIONS commits, and only reading is allowed"
            )
        if token.upper in ("STARTS", "ENDS"):
            if self._peek().upper != "WITH":
                raise self._unknown(self._peek())
            self.at += 1
        self.ended = False

    def _name(self, token: Token) -> None:
        """Take a word where an operand must stand: a name, a value, or a function."""
        self.ended = True
        if self._peek().text != "(" or self._peek(-1).text == ":":
            return
        if token.upper in _NO_FUNCTIONS or not token.text.isascii():
            raise self._unknown(token)
        first = self.at
        while self.tokens[first - 1].text == "." and first >= 2:  # noqa: PLR2004 - a name and a dot
            first -= 2
        if first < self.at and self.tokens[first].text.lower() not in _NAMESPACES:
            name = "".join(one.text for one in self.tokens[first : self.at + 1])
            raise self._refused(token, f"The function {name} is none that only computes")

    def _clause(self, token: Token) -> None:
        word = token.upper
        self.ended = False
        if not self.brackets and word in ("RETURN", "UNION"):
            self.final = self.at if word == "RETURN" else self.final
            self.united = self.united or word == "UNION"
        self.clause = word
        if word == "UNION":
            self.at += self._peek().upper in ("ALL", "DISTINCT")
            self.at += 1
            self._opener()
            self.at -= 1
        elif word == "OPTIONAL":
            if self._peek().upper not in ("MATCH", "CALL"):
                raise self._unknown(self._peek())
            self.at += 1
            self._clause(self.tokens[self.at])
        elif word == "ORDER":
            if self._peek().upper != "BY":
                raise self._unknown(self._peek())
            self.at += 1
        elif word == "CALL":
            self._call()

    def _opener(self) -> None:
        """Take the first word of a statement, or of a part of it."""
        token = self.tokens[self.at] if self.at < len(self.tokens) else _END
        if token.upper not in _OPENERS:
            raise self._unknown(token)
        self._clause(token)
        self.at += 1

    def _call(self) -> None:
        following = self._peek()
        if following.text in ("{", "("):
            self.calls.add(self.at + 1)
            return
        names = []
        while self._peek().sort in (Sort.WORD, Sort.NAME):
            names.append(self._peek().text)
            self.at += 1
            if self._peek().text != ".":
                break
            self.at += 1
        name = ".".join(names)
        if name not in PROCEDURES:
            raise self._refused(
                following,
                f"The procedure {name or following.text} may not be called; these may: "
                f"{', '.join(sorted(PROCEDURES))}",
            )
        self.ended = True

    def _sign(self, token: Token) -> None:
        sign = token.text
        if sign in _PAIRS:
            self._open(sign)
        elif sign in _PAIRS.values():
            self._close(token)
        elif sign == ";":
            raise self._refused(token, "One statement at a time, please")
        else:
            self.ended = sign in ("*", "+") and self._completes(sign)

    def _completes(self, sign: str) -> bool:
        """Tell a star that stands for everything, or a quantifier of a path, from arithmetic."""
        before = self._peek(-1).text
        if not self.ended:
            return sign == "*" and before != "["  # there it begins the length of a path
        return self.clause == "MATCH" and before == ")"

    def _open(self, sign: str) -> None:
        self.brackets.append((sign, self.clause))
        if len(self.brackets) > _DEEPEST:
            raise self._refused(self.tokens[self.at], f"More than {_DEEPEST} brackets in brackets")
        self.ended = False
        following = self._peek()
        if sign != "{" or following.sort is not Sort.WORD:
            return
        if self._peek(2).text not in (":", ",", "}"):  # no key of a map: it begins a clause
            self.at += 1
            self._opener()
            self.at -= 1

    def _close(self, token: Token) -> None:
        opened = self.brackets.pop() if self.brackets else ("", "")
        if _PAIRS.get(opened[0]) != token.text:
            raise self._refused(token, f"The bracket {token.text} closes nothing")
        self.clause = opened[1]
        self.ended = True

    def _closed_call(self) -> bool:
        """Tell whether the bracket that has just closed belongs to CALL { … }."""
        depth, at = 0, self.at - 1
        while at >= 0:
            text = self.tokens[at].text
            depth += (text == "}") - (text == "{")
            if depth == 0:
                break
            at -= 1
        return at in self.calls or self.tokens[at - 1].text == ")"

    def _unknown(self, token: Token) -> QueryRefusedError:
        what = f"{token.text} may not stand there" if token.text else "It ends too early"
        return self._refused(token, f"{what}; a query here only reads, with {', '.join(CLAUSES)}")

    def _refused(self, token: Token, reason: str) -> QueryRefusedError:
        at = token.start if token.text else len(self.text)
        return QueryRefusedError(f"The query was not run. {reason} ({place(self.text, at)}).")
