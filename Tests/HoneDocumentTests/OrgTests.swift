import HoneDocument
import Testing

/// Org files.
@Suite struct OrgTests {
  @Test(arguments: [
    ("- one a\n+ two b\n1. three c\n2) four d\n", ["one a", "two b", "three c", "four d"]),
    ("* heading\n * one a\n", ["one a"]),
    ("- one a\n  b\n", ["one a b"]), ("- one a\nb\n", ["one a"]), ("- one a\n\n  second b\n", ["one a"]),
    ("- one a\n  - two b\n    three c\n", ["one a", "two b three c"]),
    ("- [X] one a\n- [2/3] two b\n- [@5] three c\n", ["one a", "two b", "three c"]),
    ("- Label :: one a\n", ["one a"]), ("# - dead a\n- one a\n#+X: - dead\n", ["one a"]),
    (":P:\n- dead a\n:END:\n- one a\n", ["one a"]),
    (":P:\n- one a\n", ["one a"]), ("#+BEGIN_SRC x\n- dead a\n#+END_SRC\n- one a\n", ["one a"]),
    ("#+begin_quote\n- one a\n#+end_quote\n", ["one a"]),
    ("#+BEGIN_SRC\n- one a\n", ["one a"]), ("\\begin{x}\n- dead a\n\\end{x}\n", []),
    (": - dead a\n| - dead | a |\n", []),
    ("* A :noexport:\n- dead a\n** B\n- dead b\n* C\n- one a\n", ["one a"]), ("* COMMENT A\n- dead a\n", []),
    ("#+EXCLUDE_TAGS: x\n* A :x:\n- dead a\n", []),
    ("* TODO Skills :a:\n- one a\n* Work\n** Acme\n- two b\n", ["two b"]),
    ("- made in\n  2023.\n", ["made in 2023."]),
    ("[fn:1] note\n- dead a\n", []), ("-\n- -----\n", []),
  ])
  func theFirstParagraphOfAnItemIsABullet(_ text: String, _ bullets: [String]) throws {
    #expect(try BlockReading.live(text, .org) == bullets)
  }

  @Test(arguments: [
    ("*a* /b/ _c_ +d+ =e= ~f~ g", "a b c d e f g"), ("a*b* 2/3/4 a_b_c", "a*b* 2/3/4 a_b_c"),
    ("*/a b/* c", "a b c"),
    ("a [[u][b *c*]] [[https://x.example]] d", "a b c https://x.example d"), ("a[fn:1] [cite:@b] c", "a c"),
    ("\\alpha{}b \\nbsp{}c \\faGithub d", "αb \u{A0}c d"),
    ("a @@html:<br>@@ b {{{m(c)}}}", "a b {{{m(c)}}}"), ("11^{th} a", "11th a"),
    ("a $\\sim$5 and $6M", "a ~5 and $6M"), ("a <2020-01-01 Wed> <b", "a 2020-01-01 Wed <b"),
  ])
  func markupIsGoneFromWhatRulesSee(_ markup: String, _ plain: String) throws {
    #expect(try BlockReading.plain("- \(markup)\n", .org) == plain)
  }

  @Test(arguments: [
    ("- one *two* [[u][three]]\n  four\n", "- Probed *two*\n  [[u][three]] four\n"),
    ("- L :: one =two=[fn:1]\n", "- L :: Probed =two=[fn:1]\n"),
    ("- one\\\\\n  two three\n", "- Probed\\\\\n  two three\n"),
  ])
  func everythingElseStays(_ text: String, _ probed: String) throws {
    #expect(try BlockReading.probed(text, .org) == probed)
  }
}
