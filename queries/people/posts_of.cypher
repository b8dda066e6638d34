// title: 此人担任或担任过哪些职务？ / Which posts does or did a person hold?
// parameter: person (name) -- the person's name or id; a name may be that of several people
// column: person -- the name to show
// column: title -- the post as written, without its body
// column: body -- whose post it is
// column: body_type -- PublicBody, District, Enterprise or Organization
// column: status -- current, appointed, removed, former or nominated
// column: valid_from -- start of the tenure, when an article states it
// column: valid_to -- end of the tenure, when an article states it
// column: attested_first -- first day on which it is reported
// column: attested_last -- last day on which it is reported
// column: quote -- the words of the earliest evidence
// column: article -- id of the article that they stand in
// column: person_id -- id of the person: tells namesakes apart
// column: edge_id -- id of the edge, for evidence/of_edge
CALL () {
  MATCH (:Name {text: $person})-[:NAMES]->(p:Person) RETURN p
  UNION
  MATCH (p:Person {id: $person}) RETURN p
}
MATCH (p)-[e:HOLDS]->(post:Post)-[:OF]->(b:Entity)
RETURN p.name AS person, post.title AS title, b.name AS body,
       [label IN labels(b) WHERE label <> 'Entity'][0] AS body_type, e.status AS status,
       e.valid_from AS valid_from, e.valid_to AS valid_to,
       e.attested_first AS attested_first, e.attested_last AS attested_last,
       e.quote AS quote, e.article AS article, p.id AS person_id, e.id AS edge_id
ORDER BY person_id, e.first_reported, edge_id
