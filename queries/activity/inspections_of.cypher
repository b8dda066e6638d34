// title: 哪些组督察、检查过这个地区？ / Which teams inspected a district, or something in it?
// parameter: district (name) -- name or id of the district; what lies inside it counts
// column: team -- the inspection team
// column: target -- what it inspected: the district, or a body, place or district inside it
// column: valid_from -- start of the stay, as stated
// column: valid_to -- end of the stay, as stated
// column: quote -- the words of the earliest evidence
// column: article -- id of the article that they stand in
// column: target_type -- District, PublicBody, Enterprise, Organization or Place
// column: edge_id -- id of the edge, for evidence/of_edge
CALL () {
  MATCH (:Name {text: $district})-[:NAMES]->(d:District) RETURN d
  UNION
  MATCH (d:District {id: $district}) RETURN d
}
MATCH (d)<-[:PART_OF*0..6]-(x:Entity)
WITH DISTINCT x
MATCH (x)<-[e:INSPECTS]-(t:InspectionTeam)
RETURN t.name AS team, x.name AS target, e.valid_from AS valid_from,
       e.valid_to AS valid_to, e.quote AS quote, e.article AS article,
       [label IN labels(x) WHERE label <> 'Entity'][0] AS target_type, e.id AS edge_id
ORDER BY e.date_min, e.first_reported, team, edge_id
