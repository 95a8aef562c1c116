/// The program's version: for `--version` and the API's `User-Agent`.
let northwatchVersion = "0.1.0"
