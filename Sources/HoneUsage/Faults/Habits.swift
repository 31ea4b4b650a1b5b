/// What people type who know other tools, and what does the same here.
enum Habits {
  /// Options of other tools, and ours in the order in which they are thought of. Some carry a value.
  static let options: [String: [String]] = [
    "-0": ["--null"], "-z": ["--null"], "--print0": ["--null"], "--zero": ["--null"],
    "-a": ["--all"], "-c": ["--config", "--check"], "-d": ["--diff"], "-g": ["--grammar"], "-l": ["--limit"],
    "-i": ["--in-place"], "-w": ["--in-place"], "--write": ["--in-place"], "--inplace": ["--in-place"],
    "--fix": ["--in-place"], "--apply": ["--in-place"], "--overwrite": ["--in-place"], "-p": ["--diff"],
    "-n": ["--check", "--limit"], "--dry-run": ["--check"], "--dryrun": ["--check"], "--noop": ["--check"],
    "--patch": ["--diff"], "-u": ["--diff"], "--keep": ["--backup .bak"], "-b": ["--backup .bak"],
    "--json": ["--format jsonl"], "--jsonl": ["--format jsonl"], "--ndjson": ["--format jsonl"],
    "-j": ["--format jsonl"], "--tsv": ["--format tsv"], "--csv": ["--format tsv"],
    "--sarif": ["--format sarif"],
    "--github": ["--format github"], "--text": ["--format text"], "--output-format": ["--format"],
    "--reporter": ["--format"], "-f": ["--format", "--from"],
    "-t": ["--from"], "--type": ["--from"], "--lang": ["--from"], "--language": ["--from"],
    "--input-format": ["--from"], "--parser": ["--from"], "--stdin-filepath": ["--stdin-filename"],
    "--filename": ["--stdin-filename"], "--stdin-name": ["--stdin-filename"],
    "-q": ["--quiet"], "-s": ["--safe", "--quiet"], "--silent": ["--quiet"],
    "--select": ["--rule"], "--only": ["--rule"], "--rules": ["--rule"], "--category": ["--kind"],
    "--severity": ["--level"], "--min-level": ["--level"], "--minimum-level": ["--level"],
    "--error-on": ["--fail-on"], "--fail": ["--fail-on"], "--max-warnings": ["--fail-on"],
    "--no-fail": ["--exit-zero"], "--max": ["--limit"], "--count": ["--limit"], "--top": ["--limit"],
    "--pack": ["--grammar"], "--ruleset": ["--grammar"], "--answers": ["--facts"], "--data": ["--facts"],
    "--settings": ["--config"], "--no-color": ["--color never"], "--no-colour": ["--color never"],
    "--nocolor": ["--color never"], "--colour": ["--color"], "--colors": ["--color"],
    "--plain": ["--color never"],
    "-V": ["--version"], "-?": ["--help"], "--usage": ["--help"], "--text-only": ["--format text"],
  ]

  /// Options of other tools for which there is none here, and what to do instead.
  static let remarks: [String: String] = [
    "-v": "`hone explain --bullet TEXT` tells what hone does and why, `hone --version` its version",
    "--verbose": "`hone explain --bullet TEXT` tells what hone does and why",
    "--debug": "`hone explain --bullet TEXT` tells what hone does and why",
    "-o": "output goes to standard output; write > FILE, or `hone rewrite --in-place FILE`",
    "--output": "output goes to standard output; write > FILE, or `hone rewrite --in-place FILE`",
    "--out": "output goes to standard output; write > FILE, or `hone rewrite --in-place FILE`",
    "-r": "name the files by a pattern in quotes, such as 'cv/**/*.tex'",
    "-R": "name the files by a pattern in quotes, such as 'cv/**/*.tex'",
    "--recursive": "name the files by a pattern in quotes, such as 'cv/**/*.tex'",
    "--stdin": "standard input is read where no file is named",
    "--input": "name the file alone, without an option",
    "--file": "name the file alone, without an option",
    "--ignore": "a comment with hone:off in the file switches rules off",
    "--exclude": "a comment with hone:off in the file switches rules off",
    "--disable": "a comment with hone:off in the file switches rules off",
    "-y": "hone writes nothing unless it is told to, and then it asks nothing",
    "--yes": "hone writes nothing unless it is told to, and then it asks nothing",
    "--force": "hone writes nothing unless it is told to, and then it asks nothing",
  ]

  /// Words that stand for a command in other tools.
  static let commands: [String: String] = [
    "lint": "suggest", "scan": "suggest", "analyze": "suggest", "analyse": "suggest", "report": "suggest",
    "diagnose": "suggest", "check": "suggest", "fix": "rewrite --in-place", "format": "rewrite --in-place",
    "fmt": "rewrite --in-place", "diff": "rewrite --diff", "patch": "rewrite --diff", "ask": "fill",
    "answer": "fill", "list": "rules", "rule": "explain", "why": "explain", "test": "grammar check",
    "version": "--version", "completion": "completions", "new": "grammar new", "eval": "grammar eval",
  ]

  /// Values of other tools, and ours.
  static let values: [String: String] = [
    "json": "jsonl", "ndjson": "jsonl", "csv": "tsv", "plain": "text", "human": "text", "pretty": "text",
    "note": "question", "notice": "question", "hint": "info", "err": "error", "on": "always", "off": "never",
    "yes": "always", "no": "never", "true": "always", "false": "never", "md": "markdown", "tex": "latex",
    "txt": "plain", "yml": "yaml", "adoc": "asciidoc", "typ": "typst", "htm": "html", "word": "docx",
    "doc": "docx", "sh": "bash",
  ]
}
