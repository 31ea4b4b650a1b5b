import Hone
import HoneCore
import HoneDocument
import HoneEngine
import HoneFacts
import HoneGrammar

/// `hone fill`: asks for what is missing, file by file, and writes it in.
struct FillRun {
  let settings: Settings
  let terminal: Terminal
  /// The file that the user named for answers, or `nil`.
  let factsPath: String?
  let backup: String?
  let writesFiles: Bool
  let asksAgain: Bool

  /// The entries that were met, by the path of their file.
  private var met: [String: Set<String>] = [:]

  init(
    settings: Settings, terminal: Terminal, factsPath: String?, backup: String?, writesFiles: Bool,
    asksAgain: Bool
  ) {
    self.settings = settings
    self.terminal = terminal
    self.factsPath = factsPath
    self.backup = backup
    self.writesFiles = writesFiles
    self.asksAgain = asksAgain
  }

  mutating func run(_ inputs: [Input]) -> Outcome {
    var outcome = Outcome.clean
    for input in inputs {
      do {
        if try !fill(input, settings.setting(for: input)) { return outcome }
      } catch {
        Talk.complain(error)
        outcome.note(.trouble)
      }
    }
    if outcome < .trouble { sayOrphans() }
    return outcome
  }

  /// Fills a file; false where the user has enough.
  private mutating func fill(_ input: Input, _ setting: Setting) throws -> Bool {
    let (old, document) = try input.document(setting.formats)
    guard document.isWritable else {
      throw Trouble(
        message:
          "\(input.name): hone reads \(document.format.rawValue) files and does not write them; fill the file that it was made from"
      )
    }
    let path = factsPath ?? FillRun.factsPath(for: input.name)
    let store = try FactsStore(path)
    try FactsBook.check(store.file, for: settings)
    var session = try FillSession(
      input: input, document: document, worker: Worker(setting.grammar), terminal: terminal, store: store,
      asksAgain: asksAgain)
    defer { met[path, default: []].formUnion(session.met) }
    for line in session.closed { Talk.say(line) }
    if try session.isDone(writes: writesFiles) {
      Talk.say("\(input.name): there is nothing to ask")
      return true
    }
    guard try session.ask(writes: writesFiles) else {
      Talk.say(
        "\(input.name): left as it was; the answers are in \(path), and `hone fill` goes on from there")
      return false
    }
    if writesFiles { try write(session, input, old, document, setting.formats) }
    return true
  }

  private func write(
    _ session: FillSession, _ input: Input, _ old: [UInt8], _ document: Document, _ formats: FormatGrammar
  ) throws {
    var rewrites = try session.rewrites()
    document.matchTwins(&rewrites)
    let rewritten: Rewritten
    do throws(DocumentError) {
      rewritten = try document.rewriting(rewrites)
    } catch {
      throw Trouble(message: "\(input.name): \(error.text)")
    }
    for index in rewritten.refused {
      Talk.say(
        "\(input.place(ofLine: document.bullets[index].line)): the answers would harm the file here; the bullet stays as it was"
      )
    }
    if !rewritten.edits.isEmpty {
      try AtomicFile(input.name).replace(old, with: rewritten.bytes, backup: backup)
    }
    let count = rewrites.count - rewritten.refused.count
    Talk.say("\(input.name): \(count) \(count == 1 ? "bullet" : "bullets") filled")
  }

  private func sayOrphans() {
    for path in met.keys.sorted() {
      guard let file = try? FactsBook.read(path, mustExist: false) else { continue }
      for line in FactsBook.orphans(of: file, met: met[path] ?? []) { Talk.say(line) }
    }
  }

  /// The facts file beside a résumé: `cv.facts.yaml` for `cv.tex`.
  static func factsPath(for name: String) -> String {
    let ending = PathName.ending(name)
    return (ending.isEmpty ? name : String(name.dropLast(ending.count + 1))) + ".facts.yaml"
  }
}
