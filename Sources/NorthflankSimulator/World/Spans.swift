/// Spans of time in seconds, for rules that read like sentences.
let minute = 60.0
let hour = 3600.0
let day = 86_400.0
