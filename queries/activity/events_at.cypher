// title: 这里举行过哪些活动？ / Which events took place here?
// parameter: place (name) -- name or id of a place, district or body; what lies inside it counts
// column: event -- the event
// column: kind -- meeting, signing, ceremony, inspection, visit, appointment, press or other
// column: date -- the event's date as stated
// column: quote -- the words of the earliest evidence
// column: article -- id of the article that they stand in
// column: venue -- where exactly it was held
// column: event_id -- id of the event
// column: edge_id -- id of the edge, for evidence/of_edge
CALL () {
  MATCH (:Name {text: $place})-[:NAMES]->(p:Entity) RETURN p
  UNION
  MATCH (p:Entity {id: $place}) RETURN p
}
MATCH (p)<-[:PART_OF*0..6]-(v:Entity)
WITH DISTINCT v
MATCH (v)<-[e:HELD_IN]-(m:Event)
RETURN m.name AS event, m.kind AS kind, m.date AS date,
       e.quote AS quote, e.article AS article, v.name AS venue,
       m.id AS event_id, e.id AS edge_id
ORDER BY m.date_min, event_id, edge_id
