// title: 两者之间怎样相连？ / How are two people, bodies or places connected?
// parameter: a (name) -- name or id of one end
// parameter: b (name) -- name or id of the other end
// column: path -- number of the path, from 1; all are equally short, at most 20 are given
// column: hop -- number of the hop on that path, from 1, on the way from a to b
// column: source -- where the edge starts: it may point against the way
// column: edge -- type of the edge
// column: target -- where the edge ends
// column: quote -- the words of its earliest evidence; none for OF, which joins a post to its body
// column: article -- id of the article that they stand in
// column: edge_id -- id of the edge, for evidence/of_edge
CALL () {
  MATCH (:Name {text: $a})-[:NAMES]->(a:Entity) RETURN a
  UNION
  MATCH (a:Entity {id: $a}) RETURN a
}
CALL () {
  MATCH (:Name {text: $b})-[:NAMES]->(b:Entity) RETURN b
  UNION
  MATCH (b:Entity {id: $b}) RETURN b
}
WITH a, b WHERE a.id <> b.id
MATCH way = allShortestPaths(
  (a)-[:LEADS|DEPUTY_LEADS|HOLDS|ATTENDS|ORGANIZES|HELD_IN|INSPECTS|VISITS|SIGNS_WITH|OF*..6]-(b))
WITH way, reduce(key = a.id, e IN relationships(way) | key + ' ' + e.id) AS key
ORDER BY length(way), key LIMIT 20
WITH collect(way) AS ways
UNWIND range(1, size(ways)) AS path
WITH path, relationships(ways[path - 1]) AS hops
UNWIND range(1, size(hops)) AS hop
WITH path, hop, hops[hop - 1] AS e
RETURN path, hop, startNode(e).name AS source, type(e) AS edge, endNode(e).name AS target,
       e.quote AS quote, e.article AS article, e.id AS edge_id
ORDER BY path, hop
