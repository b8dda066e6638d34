// title: 谁在这个单位或地区任职？ / Who holds or held a post of a body or a district?
// parameter: body (name) -- name or id of a body, company, organization or district
// column: person -- who holds or held it
// column: title -- the post as written, without its body
// column: status -- current, appointed, removed, former or nominated
// column: attested_first -- first day on which it is reported
// column: attested_last -- last day on which it is reported
// column: quote -- the words of the earliest evidence
// column: article -- id of the article that they stand in
// column: body -- whose post it is
// column: valid_from -- start of the tenure, when an article states it
// column: valid_to -- end of the tenure, when an article states it
// column: person_id -- id of the person
// column: edge_id -- id of the edge, for evidence/of_edge
CALL () {
  MATCH (:Name {text: $body})-[:NAMES]->(b:Entity) RETURN b
  UNION
  MATCH (b:Entity {id: $body}) RETURN b
}
MATCH (b)<-[:OF]-(post:Post)<-[e:HOLDS]-(p:Person)
RETURN p.name AS person, post.title AS title, e.status AS status,
       e.attested_first AS attested_first, e.attested_last AS attested_last,
       e.quote AS quote, e.article AS article, b.name AS body,
       e.valid_from AS valid_from, e.valid_to AS valid_to, p.id AS person_id, e.id AS edge_id
ORDER BY body, title, e.first_reported, edge_id
