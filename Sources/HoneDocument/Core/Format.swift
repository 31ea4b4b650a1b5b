/// The formats that résumés are kept in.
public enum Format: String, Sendable, CaseIterable {
  case plain, lines, markdown, latex, json, yaml, typst, org, html, asciidoc, docx, pdf

  /// The endings of file names that tell it, in lower case and without the dot.
  public var endings: [String] {
    switch self {
    case .plain: ["txt", "text"]
    case .lines: []
    case .markdown: ["md", "markdown", "mdown", "mkd", "qmd", "rmd"]
    case .latex: ["tex", "ltx", "latex"]
    case .json: ["json"]
    case .yaml: ["yaml", "yml"]
    case .typst: ["typ"]
    case .org: ["org"]
    case .html: ["html", "htm", "xhtml"]
    case .asciidoc: ["adoc", "asciidoc", "asc"]
    case .docx: ["docx"]
    case .pdf: ["pdf"]
    }
  }

  /// The format that an ending of a name tells, or `nil`.
  public static func named(_ ending: String) -> Format? {
    let ending = ending.lowercased()
    return allCases.first { $0.endings.contains(ending) }
  }

  /// Whether a line end means something to a reader of it, and is more than white space.
  var isOfLines: Bool {
    switch self {
    case .plain, .lines, .markdown, .latex, .yaml, .typst, .org, .asciidoc: true
    case .json, .html, .docx, .pdf: false
    }
  }

  /// What `--from` takes.
  public static var names: String { allCases.map(\.rawValue).joined(separator: ", ") }
}
