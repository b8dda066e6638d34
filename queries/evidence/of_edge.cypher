// title: 哪些句子这样说？ / Which sentences state this fact?
// parameter: edge (id) -- id of the edge: other queries give it as edge_id
// column: quote -- the words, as published
// column: sentence -- the sentence around them, line breaks healed
// column: article -- id of the article
// column: title -- its headline
// column: date -- day of publication
// column: start -- first code point of the quote, in the article's text or title
// column: stop -- the code point after the quote
// column: rule -- the rule or model that read it
// column: confidence -- of this piece of evidence, 0 to 1
// column: in -- text or title: what start and stop count in
// column: source -- the paper
// column: evidence_id -- id of the piece of evidence
MATCH (v:Evidence {edge_id: $edge})-[:FROM_ARTICLE]->(a:Article)
RETURN v.quote AS quote, v.sentence AS sentence, a.id AS article, a.title AS title,
       a.date AS date, v.start AS start, v.stop AS stop, v.rule AS rule,
       v.confidence AS confidence, v.`in` AS `in`, a.source AS source, v.id AS evidence_id
ORDER BY date, article, start, evidence_id
