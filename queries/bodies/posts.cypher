// title: 这个单位或地区有哪些职位，谁担任过？ / Which posts does a body or district have, and who held them?
// parameter: body (name) -- name or id of a body, company, organization or district
// column: title -- the post as written, without its body
// column: body -- whose post it is
// column: holders -- names of who holds or held it, first reported first
// column: n_holders -- how many people they are
// column: post_id -- id of the post
CALL () {
  MATCH (:Name {text: $body})-[:NAMES]->(b:Entity) RETURN b
  UNION
  MATCH (b:Entity {id: $body}) RETURN b
}
MATCH (b)<-[:OF]-(post:Post)<-[e:HOLDS]-(p:Person)
WITH b, post, p, min(e.first_reported) AS since
ORDER BY since, p.id
RETURN post.title AS title, b.name AS body, collect(p.name) AS holders,
       count(p) AS n_holders, post.id AS post_id
ORDER BY body, title, post_id
