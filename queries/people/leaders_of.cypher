// title: 谁带领这个组，哪句话这样说？ / Who leads a team, and which sentence says so?
// parameter: team (name) -- the team's name or id
// column: person -- the leader or deputy leader
// column: title -- the title as written
// column: edge -- LEADS or DEPUTY_LEADS
// column: team -- the team's full name
// column: quote -- the words of the earliest evidence
// column: article -- id of the article that they stand in
// column: person_id -- id of the person
// column: edge_id -- id of the edge, for evidence/of_edge
CALL () {
  MATCH (:Name {text: $team})-[:NAMES]->(t:InspectionTeam) RETURN t
  UNION
  MATCH (t:InspectionTeam {id: $team}) RETURN t
}
MATCH (t)<-[e:LEADS|DEPUTY_LEADS]-(p:Person)
RETURN p.name AS person, e.title AS title, type(e) AS edge, t.name AS team,
       e.quote AS quote, e.article AS article, p.id AS person_id, e.id AS edge_id
ORDER BY team, edge DESC, person, edge_id
