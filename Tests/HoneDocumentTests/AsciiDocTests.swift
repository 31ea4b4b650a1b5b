import HoneDocument
import Testing

/// AsciiDoc files.
@Suite struct AsciiDocTests {
  @Test(arguments: [
    (
      "* one a\n** two b\n- three c\n. four d\n.. five e\n1. six f\n",
      ["one a", "two b", "three c", "four d", "five e", "six f"]
    ),
    ("* one a\nb\n  c\n", ["one a b c"]), ("* one a\n\ntext b\n", ["one a"]),
    ("* one a\n+\ntext b\n* two b\n", ["one a", "two b"]),
    ("// * dead a\n* one a\n// b\nc\n", ["one a c"]), ("////\n* dead a\n////\n* one a\n", ["one a"]),
    ("----\n* dead a\n----\n* one a\n", ["one a"]),
    ("====\n* one a\n====\n", ["one a"]), ("[source]\n* dead a\nb\n\n* one a\n", ["one a"]),
    ("|===\n| * dead a\n|===\n", []),
    (" * one a\n\n code b\n", ["one a"]), ("Term:: text a\n* one a\n", ["one a"]),
    ("Term::\n  * one a\n", ["one a"]), ("* [x] one a\n", ["one a"]),
    ("== Skills\n* one a\n== Work\n=== Acme\n* two b\n", ["two b"]),
    ("Skills\n------\n* one a\n\nWork\n----\n* two b\n", ["two b"]),
    (":a: b\n.Title\n* one {a} c\n", ["one b c"]), ("ifdef::x[]\n* one a\nendif::[]\n", ["one a"]),
    ("*bold a*\n", []), ("'''\n<<<\n* one a\n", ["one a"]),
  ])
  func theTextOfAnItemIsABullet(_ text: String, _ bullets: [String]) throws {
    #expect(try BlockReading.live(text, .asciidoc) == bullets)
  }

  @Test(arguments: [
    ("*a* _b_ `c` #d# **e**f __g__h x*y*z", "a b c d ef gh x*y*z"), ("F~1~ 11^th^", "F1 11th"),
    ("a link:u[b *c*] https://x.example[d^] e", "a b c d e"),
    ("a https://x.example b mailto:c@d[] e", "a https://x.example b c@d e"),
    ("image:u[] a icon:b[] c footnote:[d e] f", "a c f"),
    ("a {empty}b {nope} {nbsp}c &amp; \\*d*", "a b {nope} \u{A0}c & *d*"),
    ("+a b+ ++c++ pass:[d] `+e+` f", "a b c d e f"), ("<<x,a b>> [[y]]c [.r]#d#", "a b c d"),
  ])
  func markupIsGoneFromWhatRulesSee(_ markup: String, _ plain: String) throws {
    #expect(try BlockReading.plain("* \(markup)\n", .asciidoc) == plain)
  }

  @Test(arguments: [
    ("* one *two* +\nthree\n", "* Probed *two* +\nthree\n"), ("* one a\n// b\nc\n", "* Probed a\n// b\nc\n"),
    ("* one https://x.example[two]\n+\nthree\n", "* Probed https://x.example[two]\n+\nthree\n"),
  ])
  func everythingElseStays(_ text: String, _ probed: String) throws {
    #expect(try BlockReading.probed(text, .asciidoc) == probed)
  }
}
