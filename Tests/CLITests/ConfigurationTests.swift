import HoneTestSupport
import Testing

/// `.hone.yaml`: what a user adds to the formats.
@Suite struct ConfigurationTests {
  private let file =
    "## Experience\n\n- Responsible for training rankers\n\n## Werkzeug\n\n- Responsible for training tools\n"

  @Test func theNearestFileFromTheResumeUpwardsHolds() throws {
    let files = [
      "cv/deep/a.md": file, "cv/.hone.yaml": "formats:\n  sections:\n    kinds:\n      skills: [werkzeug]\n",
      ".hone.yaml": "formats: {}\n", "b.md": file,
    ]
    try TemporaryFolder.with(files) { folder in
      let run = try HoneTool.run(["rewrite", "cv/deep/a.md", "b.md"], in: folder)
      #expect(run.errors.contains("cv/deep/a.md: 1 bullet read, 1 rewritten"), "\(run.errors)")
      #expect(run.errors.contains("b.md: 2 bullets read, 2 rewritten"), "\(run.errors)")
    }
  }

  @Test func withoutOneTheUsersOwnHolds() throws {
    let own = "formats: {sections: {kinds: {skills: [werkzeug]}}}\n"
    try TemporaryFolder.with(["a.md": file, "home/hone/config.yaml": own]) { folder in
      let environment = ["XDG_CONFIG_HOME": "\(folder)/home"]
      let run = try HoneTool.run(["rewrite", "a.md"], in: folder, environment: environment)
      #expect(run.errors.contains("a.md: 1 bullet read"), "\(run.errors)")
    }
  }

  @Test func aLaTeXFileUsesTheMacrosOfThoseNamedWithIt() throws {
    let files = [
      "main.tex":
        "\\newcommand{\\deed}[2]{\\item \\textbf{#1} #2}\\begin{document}\\input{work}\\end{document}\n",
      "work.tex": "\\deed{2021}{Responsible for training rankers}\n",
    ]
    try TemporaryFolder.with(files) { folder in
      let alone = try HoneTool.run(["rewrite", "work.tex"], in: folder)
      #expect(!alone.errors.contains("1 rewritten"), "\(alone.errors)")
      let both = try HoneTool.run(["rewrite", "main.tex", "work.tex"], in: folder)
      #expect(both.errors.contains("work.tex: 1 bullet read, 1 rewritten"), "\(both.errors)")
    }
  }

  @Test(arguments: [
    ("format: {}", ".hone.yaml:1:1", "unknown key “format”"),
    ("formats: {section: {}}", ".hone.yaml:1:11", "did you mean “sections”?"),
    ("formats:\n  sections:\n    kind: {}", ".hone.yaml:3:5", "did you mean “kinds”?"),
    ("formats: [", ".hone.yaml:", "this is no YAML"), ("- a", ".hone.yaml:1:1", "a map of keys"),
  ])
  func whatIsWrongIsSaidWithItsPlace(_ text: String, _ place: String, _ words: String) throws {
    let run = try HoneTool.run("rewrite", "a.md", files: ["a.md": file, ".hone.yaml": text])
    #expect(run.status == 2 && run.bytes.isEmpty)
    #expect(run.errors.contains(place) && run.errors.contains(words), "\(run.errors)")
  }
}
