// How is a decision kept?
// zh: 保存一项人工决定。
// params: key string, about string, subject string, object string, verdict string, who string, when string, why string
// returns:
MERGE (n:Decision {key: $key})
SET n.about = $about, n.subject = $subject, n.`object` = $object, n.verdict = $verdict, n.who = $who,
    n.`when` = $when, n.why = $why
