// title: 谁来过这里调研、走访？ / Who came here on duty?
// parameter: body (name) -- name or id of a body, company, organization, place or district
// column: person -- who came
// column: date -- the date as stated
// column: body -- what was visited
// column: quote -- the words of the earliest evidence
// column: article -- id of the article that they stand in
// column: person_id -- id of the person
// column: edge_id -- id of the edge, for evidence/of_edge
CALL () {
  MATCH (:Name {text: $body})-[:NAMES]->(b:Entity) RETURN b
  UNION
  MATCH (b:Entity {id: $body}) RETURN b
}
MATCH (b)<-[e:VISITS]-(p:Person)
RETURN p.name AS person, e.date AS date, b.name AS body, e.quote AS quote,
       e.article AS article, p.id AS person_id, e.id AS edge_id
ORDER BY e.date_min, e.first_reported, person, edge_id
