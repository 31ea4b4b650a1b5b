import HoneTestSupport
import Testing

/// The rooms of the house, as `docs/architecture.md` and DESIGN draw them.
@Suite struct TreeTests {
  /// What each room may import; arrows go one way.
  private static let arrows: [String: Set<String>] = [
    "PCRE2": ["CPCRE2"], "Zlib": ["CZlib"], "HoneCore": [],
    "HoneDocument": ["HoneGrammar", "HoneCore", "Zlib", "Yams"],
    "HoneGrammar": ["HoneCore", "Yams", "Synchronization"],
    "HoneFacts": ["HoneGrammar", "HoneCore"],
    "HoneFiles": ["HoneDocument", "HoneGrammar", "Foundation"],
    "HoneEvaluation": ["HoneEngine", "HoneGrammar", "HoneCore", "Foundation"],
    "HoneEngine": ["HoneGrammar", "PCRE2", "HoneCore", "Synchronization"],
    "HoneRewrite": ["HoneEngine", "HoneGrammar", "HoneCore", "PCRE2"],
    "HoneLedger": ["HoneEngine", "HoneGrammar", "HoneCore"],
    "Hone": [
      "HoneDocument", "HoneFacts", "HoneReport", "HoneRewrite", "HoneLedger", "HoneEngine", "HoneGrammar",
      "HoneCore", "PCRE2",
    ],
    "HoneCheck": ["Hone", "HoneRewrite", "HoneEngine", "HoneGrammar", "PCRE2", "HoneCore"],
    "HoneReport": ["HoneCore", "Foundation"],
    "hone-dev": ["HoneFiles", "HoneDocument", "HoneEngine", "HoneGrammar", "HoneCore", "Foundation"],
  ]

  /// Every `import` of a room's files.
  private static func imports(of room: String) throws -> Set<String> {
    let lines = try Repository.swiftFiles(below: "Sources/\(room)").flatMap(Repository.lines)
    let words = lines.map { $0.split(separator: " ") }.filter { $0.prefix(3).contains("import") }
    // A room, or one declaration of it.
    return Set(words.compactMap { $0.last?.split(separator: ".").first.map(String.init) })
  }

  @Test(arguments: arrows.keys.sorted())
  func aRoomImportsOnlyWhatItsArrowsAllow(_ room: String) throws {
    #expect(!Repository.swiftFiles(below: "Sources/\(room)").isEmpty)
    let extra = try TreeTests.imports(of: room).subtracting(try #require(TreeTests.arrows[room]))
    #expect(extra.isEmpty)
  }

  @Test func onlyTheWallsAndTheReadersTouchOtherPeoplesCode() throws {
    let rooms = Set(Repository.swiftFiles(below: "Sources").map { String($0.split(separator: "/")[1]) })
    #expect(rooms.count >= 12)
    for room in rooms {
      let imports = try TreeTests.imports(of: room)
      #expect(imports.contains("CPCRE2") == (room == "PCRE2"), "\(room)")
      #expect(imports.contains("CZlib") == (room == "Zlib"), "\(room)")
      #expect(imports.contains("Yams") == ["HoneGrammar", "HoneDocument"].contains(room), "\(room)")
      #expect(imports.contains("ArgumentParser") == (room == "HoneCLI"), "\(room)")
    }
  }

  @Test func unsafeCodeStandsInTheWallsAndSaysWhyItIsSound() throws {
    for path in Repository.swiftFiles(below: "Sources") where !path.hasSuffix(".generated.swift") {
      let text = try Repository.text(path)
      guard text.contains("unsafe ") || text.contains("nonisolated(unsafe)") else { continue }
      #expect(text.contains("// SAFETY:"), "\(path)")
      let isWall = ["PCRE2", "Zlib", "HoneCLI"].contains { path.hasPrefix("Sources/\($0)/") }
      #expect(isWall || path.hasSuffix("PackFolder.swift"), "\(path)")
    }
  }

  /// The rooms of the library: all but the command, its tools, and what reads the disk for them.
  private static let libraryFiles = Repository.swiftFiles(below: "Sources").filter { path in
    let room = String(path.split(separator: "/")[1])
    return !["HoneCLI", "HoneFiles", "hone-dev"].contains(room) && !path.hasSuffix(".generated.swift")
  }

  /// The lines of a file that are code.
  private static func code(_ path: String) throws -> [String] {
    try Repository.lines(path).filter { !$0.drop(while: { $0 == " " }).hasPrefix("//") }
  }

  @Test func theLibraryNeitherReadsNorWritesNorAsksTheClockTheMachineOrChance() throws {
    let calls = [
      "FileManager", "FileHandle", "ProcessInfo", "Process()", "CommandLine", "Data(contentsOf",
      "String(contentsOf", "write(to:",
      "URL(",
      "readLine(strip", " print(", "debugPrint(", "dump(", "fputs", "fopen", "stdout", "stderr", "getenv",
      "Bundle.",
      "UserDefaults", "Date()", "ContinuousClock", "SuspendingClock", "clock(", "Locale", "TimeZone",
      "UUID()",
      ".random", "shuffled", "SystemRandom", "exit(", "abort(", "fatalError(", "try!",
      "Thread", "Dispatch", "Task {", "Task.", "sleep",
    ]
    #expect(TreeTests.libraryFiles.count > 100)
    for path in TreeTests.libraryFiles {
      let code = try TreeTests.code(path)
      for call in calls { #expect(!code.contains { $0.contains(call) }, "\(call) in \(path)") }
    }
  }

  /// The compiler refuses globals that several threads could change, unless somebody talks it out of it.
  @Test func theLibraryKeepsNothingThatOneCallerCouldChangeForAnother() throws {
    let stored = /^(?:\s+(?:\w+ )*(?:static|class) |(?:\w+ )*)var [^{]*$/
    let ways = [
      "nonisolated(unsafe) var", "nonisolated(unsafe) static", "static nonisolated(unsafe)", "@TaskLocal",
    ]
    for path in TreeTests.libraryFiles {
      for line in try TreeTests.code(path) {
        #expect(
          !ways.contains { line.contains($0) } && line.firstMatch(of: stored) == nil, "\(path): \(line)")
        #expect(!line.contains("static let") || !line.contains("Mutex"), "\(path): \(line)")
      }
    }
  }

  /// The help of the command and the documentation may quote a bullet; code may not know a résumé word.
  @Test func theSourcesKnowNoWordOfResumes() throws {
    let words = [
      "spearheaded", "pytorch", "tensorflow", "kubernetes", "responsible for", "successfully", "cutting-edge",
      "sagemaker",
      "recommender", "utilized", "leveraged", "xgboost", "kaggle", "accuracy", "deployed",
    ]
    for path in Repository.swiftFiles(below: "Sources") where !path.hasSuffix(".generated.swift") {
      guard !path.hasPrefix("Sources/HoneCLI/Commands/") else { continue }
      for line in try Repository.lines(path).filter({ !$0.contains("//") }) {
        for word in words { #expect(!line.lowercased().contains(word), "“\(word)” in \(path): \(line)") }
      }
    }
  }
}
