// title: 这段时间里谁参加了哪些活动？ / Who took part in which events in a period?
// parameter: from (first_day) -- first day; a year or month stands for its first day
// parameter: to (last_day) -- last day, included; a year or month stands for its last day
// column: event -- the event; one that is dated to a month counts if any day of it lies within
// column: date -- the event's date as stated
// column: participant -- who took part
// column: participant_type -- Person, InspectionTeam, PublicBody, Enterprise, Organization, District
// column: role -- the most telling role
// column: order -- place in the list of names, from 1
// column: quote -- the words of the earliest evidence
// column: article -- id of the article that they stand in
// column: event_id -- id of the event
// column: participant_id -- id of the participant
// column: edge_id -- id of the edge, for evidence/of_edge
MATCH (m:Event)<-[e:ATTENDS]-(x:Entity)
WHERE m.date_min <= $to AND m.date_max >= $from
RETURN m.name AS event, m.date AS date, x.name AS participant,
       [label IN labels(x) WHERE label <> 'Entity'][0] AS participant_type,
       e.role AS role, e.order AS order, e.quote AS quote, e.article AS article,
       m.id AS event_id, x.id AS participant_id, e.id AS edge_id
ORDER BY m.date_min, event_id, order, edge_id
