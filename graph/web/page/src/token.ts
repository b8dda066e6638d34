/** The server's token: out of the link's fragment, which no log and no other page ever sees. */

const KEPT = "govgraph.token";

/** Take the token out of the address bar, if it is there, and keep it for this address. */
export function takeToken(): void {
  const given = new URLSearchParams(location.hash.slice(1));
  const token = given.get("token");
  if (!token) return;
  localStorage.setItem(KEPT, token);
  const rest = location.hash
    .slice(1)
    .split("&")
    .filter((part) => !part.startsWith("token="))
    .join("&");
  history.replaceState(null, "", rest ? `#${rest}` : location.pathname);
}

export function token(): string {
  return localStorage.getItem(KEPT) ?? "";
}
