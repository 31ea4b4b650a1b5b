import HoneCore
import HoneDocument
import Testing

/// Bullets in HTML as people write it.
@Suite struct HTMLTests {
  private func document(_ html: String) throws -> Document {
    try Document.read(Array(html.utf8), as: .html)
  }

  private func texts(_ html: String) throws -> [String] {
    try document(html).bullets.filter(\.isLive).map { String(decoding: $0.text, as: UTF8.self) }
  }

  @Test(arguments: [
    ("<ul><li>Led five teams</li></ul>", ["Led five teams"]),
    ("<UL>\r\n<LI>Led five\r\n  teams<LI>Built two labs</UL>", ["Led five teams", "Built two labs"]),
    ("<ul><li>Led R&D &amp; R&ampD &mdash; 5&nbsp;ms</ul>", ["Led R&D & R&D — 5 ms"]),
    ("<ul><li>Led &#8220;x&#x201D; &#150; &bogus; y</ul>", ["Led “x” – &bogus; y"]),
    ("<ul><li>Cut it to < 5 ms a call</ul>", ["Cut it to < 5 ms a call"]),
    ("<ul><li>Led <b>five</b><i class=x></i> <a title='a>b'>teams</a></ul>", ["Led five teams"]),
    ("<ul><li>Led <b>five <i>big</b> teams</i> now</ul>", ["Led five big teams now"]),
    ("<ul><li>Led five<!-- <li>Not this one --> teams</ul>", ["Led five teams"]),
    ("<ul><li>Led <code>a &lt; b</code><script>'<li>no no no'</script> teams</ul>", ["Led a < b teams"]),
    (
      "<ul><li>Led teams that did<ul><li>Much of it</li></ul></li></ul>",
      ["Led teams that did", "Much of it"]
    ),
    ("<ul><li><p>Led five teams</p></li></ul>", ["Led five teams"]),
    (
      "<ul><li><h3>Engineer</h3><p>Some words</p><ul><li>Led five teams</li></ul></li></ul>",
      ["Led five teams"]
    ),
    ("<ul><li><b>Data Engineer</b><ul><li>Led five teams</li></ul></li></ul>", ["Led five teams"]),
    ("<ul><li>Engineer, Acme (2019 &ndash; 2021)<ul><li>Led five teams</li></ul></ul>", ["Led five teams"]),
    ("<ul><li hidden>Led five teams</li><li style='display: none'>Led six teams</li></ul>", []),
    ("<nav><ul><li>Led five teams</li></ul></nav><ul class='contact'><li>Led six teams</ul>", []),
    ("<ul><li><a href=x>Led five teams</a></li><li>me@example.org</li></ul>", []),
    ("<ul><li>Python, Rust, SQL</li><li>Tools: Docker, Kubernetes</li></ul>", []),
    (
      "<p>&bull; Led five teams<br>• Built two labs<br>for two towns<br>Delft</p>",
      ["Led five teams", "Built two labs for two towns"]
    ),
    (
      "<div><img src=dot.gif> Led five teams</div><div><img src=me.jpg> Ann Smith here</div>",
      ["Led five teams"]
    ),
    ("<tr><td>&#8226;</td><td>Led five teams</td></tr>", ["Led five teams"]),
    ("<div class='cv-bullet'>Led five teams</div><div class=cv-text>Led six teams</div>", ["Led five teams"]),
    (
      "<p style='mso-list:l0'><![if !supportLists]><span>o&nbsp;</span><![endif]>Led five\nteams</p>",
      ["Led five teams"]
    ),
    ("<h2>Skills</h2><ul><li>Led five teams</ul><h2>Work</h2><ul><li>Led six teams</ul>", ["Led six teams"]),
    ("<div id=skills><ul><li>Led five teams</ul></div><ul><li>Led six teams</ul>", ["Led six teams"]),
    ("<p><b>WORK</b><br>Acme<br><p><b>SKILLS</b><ul><li>Led five teams</ul>", []),
    ("<h2>Summary</h2><p>Leads five teams of engineers.</p>", ["Leads five teams of engineers."]),
    ("<ul><li>负责推荐系统的开发和维护</ul>", ["负责推荐系统的开发和维护"]),
    (
      "<h2>Work</h2><p>Built this tool &bull; Led <b>that</b> team • Cut its cost</p>",
      ["Built this tool", "Led that team", "Cut its cost"]
    ),
    ("<h2>Work</h2><p>Graz • Vienna • Linz</p>", []),
    (
      "<ul><li><span>›</span> Led five teams</li><li>→ Led six teams</li></ul>",
      ["Led five teams", "Led six teams"]
    ),
    (
      "<p style='mso-list:l0'><!--[if !supportLists]--><span>1.</span><!--[endif]-->Led five teams</p>",
      ["Led five teams"]
    ),
    (
      "<p style='mso-list:l0'><span style='mso-list:Ignore'>o&nbsp;</span>Led five teams</p>",
      ["Led five teams"]
    ),
    (
      "<h2>Education</h2><h2>Leeds</h2><ul><li>Led five teams</ul><h2>Work</h2><h2>Acme</h2><ul><li>Led six teams</ul>",
      ["Led six teams"]
    ),
    ("<h2>Work</h2><h4>Key achievements</h4><ul><li>Led five teams</ul>", ["Led five teams"]),
    ("<h1>Résumé</h1><h2>Cats</h2><p>Somebody wrote this sentence about cats.</p>", []),
    ("<div style='display:none'><ul><li>Led five teams</ul></div>", ["Led five teams"]),
    ("<ul>{% for x in y %}<li>{{ x.text }} and so on</li>{% endfor %}</ul>", []),
    ("<div role=heading>Skills</div><ul><li>Led five teams</ul>", []),
    (
      "<ul><li><b>City:</b> New York, USA</li><li>Web Design</li><li>Goal: cut cost by 5%</li></ul>",
      ["Goal: cut cost by 5%"]
    ),
    ("<h1>Ann</h1><ul><li>Leeds and London</li></ul><h2>Work</h2><ul><li>Led teams</li></ul>", ["Led teams"]),
    ("<textarea><li>Led five teams</textarea><select><option>Led six teams</select>", []),
  ])
  func bulletsAreToldFromAllElse(_ html: String, _ expected: [String]) throws {
    #expect(try texts(html) == expected)
  }

  @Test(arguments: [
    ("<li>Utilized <b>maps</b> &amp; cats</li>", "Used maps & cats", "<li>Used maps &amp; cats</li>"),
    (
      "<li>Led <b>five</b> teams</li>", "Led five teams & <more>",
      "<li>Led <b>five</b> teams &amp; &lt;more&gt;</li>"
    ),
    ("<li>Led five<br>teams</li>", "Led five teams now", "<li>Led five<br>teams now</li>"),
    (
      "<LI>Led &quot;five&quot; teams\r\n</UL>", "Led \"five\" teams!",
      "<LI>Led &quot;five&quot; teams!\r\n</UL>"
    ),
  ])
  func newWordsAreEscapedAndKeptOnesKeepTheirMarkup(_ html: String, _ text: String, _ expected: String) throws
  {
    let document = try document(html)
    let bullet = try #require(document.bullets.first)
    let result = try document.rewriting([0: Reading.rewrite(text, of: bullet)])
    #expect(String(decoding: result.bytes, as: UTF8.self) == expected)
  }

  @Test func manyTagsAreReadInLinearTime() throws {
    let count = 40_000
    for html in [
      String(repeating: "<b>", count: count) + String(repeating: "</i>", count: count),
      "<ul>" + String(repeating: "<div>", count: count)
        + String(repeating: "<li>Led five teams", count: 2_000),
      String(repeating: "<ul><li>", count: count), String(repeating: "<!--", count: count),
      String(repeating: "<a href=\"", count: count), String(repeating: "&#1", count: count),
      "<p>" + String(repeating: "• Led five teams<br>", count: 4_000),
      String(repeating: "<script>", count: count),
    ] {
      let start = ContinuousClock.now
      _ = try document(html)
      #expect(ContinuousClock.now - start < .seconds(20))
    }
  }
}
