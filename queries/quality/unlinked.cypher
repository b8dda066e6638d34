// title: 哪些名字在稿件里出现，却没有任何事实？ / What is named in articles, yet in no fact?
// column: name -- the name to show
// column: type -- what it is
// column: n_mentions -- how many times articles name it
// column: articles -- ids of those articles
// column: id -- its id
MATCH (a:Article)-[m:MENTIONS]->(x:Entity)
WHERE NOT EXISTS {
  (x)-[:LEADS|DEPUTY_LEADS|HOLDS|ATTENDS|ORGANIZES|HELD_IN|INSPECTS|VISITS|SIGNS_WITH|OF]-()
}
WITH x, m, a ORDER BY a.date, a.id
RETURN x.name AS name, [label IN labels(x) WHERE label <> 'Entity'][0] AS type,
       sum(m.count) AS n_mentions, collect(a.id) AS articles, x.id AS id
ORDER BY type, n_mentions DESC, id
