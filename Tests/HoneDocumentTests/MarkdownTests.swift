import HoneDocument
import Testing

/// Markdown files.
@Suite struct MarkdownTests {
  /// Checked against the reference parser of CommonMark; `Scripts/markdown-opinion` asks it about more.
  @Test(arguments: [
    ("- one a\n- two b\n", ["one a", "two b"]),
    ("* one a\n+ two b\n1. three c\n2) four d", ["one a", "two b", "three c", "four d"]),
    ("- one a\n  b\n", ["one a b"]), ("- one a\nlazy b\n", ["one a lazy b"]),
    ("- one a\n\n  second b\n", ["one a"]),
    ("- one a\n\n- two b\n", ["one a", "two b"]),
    ("- one a\n  - two b\n    1. three c\n", ["one a", "two b", "three c"]),
    ("1. one a\n   i. two b\n   ii. three c\n", ["one a", "two b", "three c"]),
    ("a. one a\nb. two b\n   or c\n", ["one a", "two b or c"]),
    ("(i) one a\n(ii) two b\n", ["one a", "two b"]),
    ("1. one a\n\n    i. two b\n    ii. three c\n", ["one a", "two b", "three c"]),
    ("a. one a\n", []), ("- one a\n  A. Smith\n  B. Jones\n", ["one a A. Smith B. Jones"]),
    ("* one a\n-> Two b\n", ["one a", "Two b"]), ("* one a\n-> two b\n", ["one a -> two b"]),
    ("- - one a\n  - two b\n", ["one a", "two b"]), ("- > one a\n", []),
    ("> - one a\n>   b\n> - two b\n", ["one a b", "two b"]),
    ("text\n- one a\n", ["one a"]), ("text\n2. one a\n", []), ("text\n1. one a\n", ["one a"]),
    ("- one a\n2. two b\n", ["one a", "two b"]),
    ("    - code a\n", []), ("- one a\n\n      code b\n", ["one a"]),
    ("```\n- code a\n```\n- one a\n", ["one a"]),
    ("~~~\n- code a\n```\n", []), ("- ```\n  - code a\n  ```\n- one a\n", ["one a"]),
    ("<!-- - dead a\n- dead b -->\n- one a\n", ["one a"]),
    ("<div>\n- dead a\n\n- one a\n</div>\n", ["one a"]),
    ("- one a\n---\n- two b\n", ["one a", "two b"]), ("* * *\n- one a\n", ["one a"]),
    ("- # heading a\n- one a\n", ["one a"]),
    ("-\n  one a\n", ["one a"]), ("-\n\n  no item\n", []), ("-\tone a\n\tb\n", ["one a b"]), ("-one a\n", []),
    ("1.one a\n", []),
    ("- one a\r\n  b\r\n- two b", ["one a b", "two b"]), ("\u{FEFF}- one a\n", ["one a"]),
    ("- [x] one a\n- [ ] two b\n- [link](u) three\n", ["one a", "two b", "link three"]),
    ("Term\n:   text here\n\n    - one a\n", ["one a"]), ("(@) one a\n#. two b\n", ["one a", "two b"]),
    ("• one a\n• two b\n  c\n", ["one a", "two b c"]), ("• a • b • c\n", []),
    ("• one a\n    o Two b\n    o Three c\n", ["one a", "Two b", "Three c"]),
    (
      "- **Chat**: Used Flask, FAISS, Python\n- **Web**: Flask, FAISS, Python\n",
      ["Chat: Used Flask, FAISS, Python"]
    ),
    ("- one a\n  – Two b\n  – three c\n", ["one a", "Two b – three c"]), ("text a\no Two b\n", []),
    ("text a\n    - one a\n    - two b\n", ["one a", "two b"]),
    ("- | a | b |\n  |---|---|\n", []), ("[^1]: note\n\n    - dead a\n", []),
    ("[a]: u\n[b]:\n  u 'title'\n- one a\n", ["one a"]),
    ("- 2019 – 2021\n- Jan 2020 - now\n- ---\n", []), ("- **Acme**, 2019 – 2021\n  - one a\n", ["one a"]),
    ("<ul>\n<li>one <b>a</b> here</li>\n<li>two b here\n</ul>\n", ["one a here", "two b here"]),
    ("---\nkey:\n  - dead a\n---\n- one a\n", ["one a"]), ("---\n\n- one a\n", ["one a"]),
    ("{% comment %}\n- dead a\n{% endcomment %}\n- one a\n{: .c}\n", ["one a"]),
    ("* TOC\n{:toc}\n- one a\n", ["one a"]),
    ("- `-` one a\n- ` `\n", ["one a"]), ("- 🚀 one a\n- 👩‍💻 two b\n", ["one a", "two b"]),
    ("– one a\n– two b\n", ["one a", "two b"]),
    ("one a –\n– two b\n", []),
    ("- Impact: Retired three rules\n- Stage: Three\n- {{ one.two }}\n", ["Impact: Retired three rules"]),
    ("- one a\n\\newpage\n- two b\n", ["one a", "two b"]),
    ("* Summer 2015: Research Assistant\n  * one a\n* Engineer, Acme, 2019 - 2021\n", ["one a"]),
  ])
  func theFirstParagraphOfAnItemIsABullet(_ text: String, _ bullets: [String]) throws {
    #expect(try BlockReading.live(text, .markdown) == bullets)
  }

  @Test(arguments: [
    ("# Skills\n- one a\n", []), ("Skills\n---\n- one a\n", []), ("# Skills\n# Work\n- one a\n", ["one a"]),
    ("# Education\n## MIT\n- one a\n# Projects\n- two b\n", ["two b"]),
    ("# Education\n# MIT\n- one a\n# Work\n# Acme\n- two b\n", ["two b"]),
    ("**Skills**\n- one a\n\n**Work**\n\n**Acme**\n- two b\n", ["two b"]),
    ("# Work\n**Technologies:**\n- one a\n\n**Acme**\n- two b\n", ["two b"]),
    ("# Work\n**Key achievements:**\n- one a\n", ["one a"]),
    ("<h2>Skills</h2>\n\n- one a\n", []), ("SKILLS\n\n- one a\n", []),
    ("# Jo\n- jo@x.example\n- 555 123\n# Work\n- one a\n", ["one a"]),
    ("::: {.grid}\n- one a\n:::\n- two b\n", ["two b"]),
    ("::: skills\n- one a\n\n## Work\n- two b\n:::\n", ["two b"]),
    ("# Work\n- Python, Rust, SQL\n- Tools: Docker, Spark\n- one a, b and c\n", ["one a, b and c"]),
  ])
  func headingsAndBlocksSayWhereRulesRun(_ text: String, _ bullets: [String]) throws {
    #expect(try BlockReading.live(text, .markdown) == bullets)
  }

  @Test(arguments: [
    ("**Label**: a *b* __c__ _d_ ~~e~~ ***f***", "Label: a b c d e f"),
    ("a `b  c` ``d`e`` f", "a b  c d`e f"),
    ("a [b *c*](u \"t\") d", "a b c d"), ("a [b](<u v>) [c](u(v)w) d", "a b c d"),
    ("a [b] [c](d", "a [b] [c](d"),
    ("a ![b](u) c", "a c"), ("[![b](u)](v) a c", "a c"),
    ("a <https://x.example/_b_> c", "a https://x.example/_b_ c"),
    ("a https://x.example/a_b_c. d", "a https://x.example/a_b_c. d"), ("a\\*b\\* \\~50 \\q", "a*b* ~50 \\q"),
    ("a &amp; b&nbsp;c &#37; &#x41; &nope; &", "a & b\u{A0}c % A &nope; &"),
    ("a <b>b</b> <br> c<br/>d", "a b c d"),
    ("a <i class=\"fa\"></i> b", "a b"), ("a <!-- c --> b", "a b"), ("a <b b", "a <b b"),
    ("2 * 3 * 4 and a_b_c", "2 * 3 * 4 and a_b_c"),
    ("a[^1] b [@key] c", "a b c"), ("a $\\sim$50K, 4$\\times$ and $x^2$", "a ~50K, 4× and $x^2$"),
    ("saved $5M and $6M", "saved $5M and $6M"),
    ("a b {.c}", "a b"), ("[a b]{.c} d{: #e}", "a b d"), (":rocket: a at 10:30:00", "a at 10:30:00"),
    ("the 11^th^ of x^2", "the 11th of x^2"),
    ("a {{ b }} c {% d %} e", "a {{ b }} c e"), ("**a *b** c* d e", "a b c d e"), ("a **b", "a **b"),
  ])
  func markupIsGoneFromWhatRulesSee(_ markup: String, _ plain: String) throws {
    #expect(try BlockReading.plain("- \(markup)\n", .markdown) == plain)
  }

  @Test(arguments: [
    ("- one **two** [three](u)\n  four\n", "- Probed **two** [three](u)\n  four\n"),
    ("- **one** two {.c}\n", "- **Probed** two {.c}\n"),
    ("- one `two`[^1]  \n  three\n", "- Probed `two`[^1]  \n  three\n"),
    ("* one two\\\n  three", "* Probed two\\\n  three"), ("- [one](u) two\n", "- [Probed](u) two\n"),
    ("- [x] one &amp; two\r\n", "- [x] Probed &amp; two\r\n"),
    ("> - one two\n> three four five six\n", "> - Probed two three\n> four five six\n"),
  ])
  func everythingElseStays(_ text: String, _ probed: String) throws {
    #expect(try BlockReading.probed(text, .markdown) == probed)
  }

  @Test func commentsSwitchOff() throws {
    let text = "<!-- hone:off-next -->\n- one a\n- two b\n\n[//]: # (hone:off)\n\n- three c\n"
    #expect(try BlockReading.live(text, .markdown) == ["two b"])
  }
}
