// swift-tools-version: 6.2
import PackageDescription

// Shared by every target: unsafe code is an error outside the wall around PCRE2, and so is a warning.
let house: [SwiftSetting] = [
  .strictMemorySafety(),
  .treatAllWarnings(as: .error),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

func room(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
  .target(name: name, dependencies: dependencies, swiftSettings: house)
}

func tests(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
  .testTarget(name: name, dependencies: dependencies, swiftSettings: house)
}

let package = Package(
  name: "hone",
  platforms: [.macOS(.v15)],
  products: [
    .executable(name: "hone", targets: ["HoneCLI"]),
    .library(name: "Hone", targets: ["Hone", "HoneCheck"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
  ],
  targets: [
    .systemLibrary(
      name: "CPCRE2", pkgConfig: "libpcre2-8",
      providers: [.apt(["libpcre2-dev"]), .brew(["pcre2"])]),
    room("PCRE2", ["CPCRE2"]),
    .systemLibrary(
      name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"]), .brew(["zlib"])]),
    room("Zlib", ["CZlib"]),
    room("HoneCore"),
    room("HoneDocument", ["HoneGrammar", "HoneCore", "Yams", "Zlib"]),
    room("HoneGrammar", ["HoneCore", "Yams"]),
    room("HoneEngine", ["HoneGrammar", "PCRE2", "HoneCore"]),
    room("HoneRewrite", ["HoneEngine", "HoneGrammar", "HoneCore"]),
    room("HoneLedger", ["HoneEngine", "HoneGrammar", "HoneCore"]),
    room(
      "Hone",
      [
        "HoneDocument", "HoneFacts", "HoneReport", "HoneRewrite", "HoneLedger", "HoneEngine", "HoneGrammar",
        "HoneCore",
      ]),
    room("HoneFiles", ["HoneDocument", "HoneGrammar"]),
    room("HoneConfiguration", ["HoneDocument", "HoneGrammar", "HoneCore"]),
    room("HoneCheck", ["Hone", "HoneRewrite", "HoneEngine", "HoneGrammar", "PCRE2", "HoneCore"]),
    room("HoneEvaluation", ["HoneEngine", "HoneGrammar", "HoneCore"]),
    room("HoneFacts", ["HoneGrammar", "HoneCore"]),
    room("HoneBaseline", ["HoneGrammar", "HoneCore"]),
    room("HoneUsage", ["HoneGrammar"]),
    .target(
      name: "HoneReport", dependencies: ["HoneCore"],
      resources: [.embedInCode("Schemas/suggest-1.schema.json")], swiftSettings: house),
    .executableTarget(
      name: "HoneCLI",
      dependencies: [
        "Hone", "HoneBaseline", "HoneCheck", "HoneConfiguration", "HoneEvaluation", "HoneFacts", "HoneFiles",
        "HoneReport", "HoneUsage", "HoneDocument", "HoneGrammar", "HoneEngine", "HoneCore", "PCRE2",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: house),
    .executableTarget(
      name: "hone-dev",
      dependencies: ["HoneFiles", "HoneDocument", "HoneEngine", "HoneGrammar", "HoneCore"],
      swiftSettings: house),
    .target(
      name: "HoneTestSupport", dependencies: ["Hone", "HoneGrammar"], path: "Tests/HoneTestSupport",
      swiftSettings: house),
    tests("PCRE2Tests", ["PCRE2", "HoneTestSupport"]),
    tests("HoneGrammarTests", ["HoneFiles", "HoneGrammar", "Hone", "HoneCore", "HoneTestSupport"]),
    tests("HoneReportTests", ["HoneReport", "HoneGrammar", "HoneCore", "HoneTestSupport"]),
    tests("HoneBaselineTests", ["HoneBaseline", "HoneGrammar", "HoneTestSupport"]),
    tests("HoneFactsTests", ["HoneFacts", "HoneGrammar", "HoneCore", "HoneTestSupport"]),
    tests("HoneRewriteTests", ["HoneRewrite", "HoneEngine", "HoneTestSupport"]),
    tests("HoneDocumentTests", ["HoneDocument", "HoneCore", "Zlib", "HoneTestSupport"]),
    tests("ResumeTests", ["HoneFiles", "HoneDocument", "HoneCore", "HoneTestSupport"]),
    tests("HoneTests", ["Hone", "HoneCheck", "HoneFacts", "HoneGrammar", "HoneTestSupport"]),
    tests(
      "GrammarTests",
      ["Hone", "HoneCheck", "HoneEngine", "HoneFiles", "HoneGrammar", "HoneCore", "HoneTestSupport"]),
    tests("HonePropertyTests", ["Hone", "HoneEngine", "HoneGrammar", "HoneCore", "HoneTestSupport"]),
    tests("RegressionTests", ["Hone", "HoneEngine", "HoneCore", "HoneTestSupport"]),
    tests("CLITests", ["HoneCLI", "Hone", "HoneReport", "HoneGrammar", "HoneUsage", "HoneTestSupport"]),
    tests("HoneEvaluationTests", ["HoneEvaluation", "Hone", "HoneEngine", "HoneTestSupport"]),
    tests("HoneLedgerTests", ["HoneLedger", "HoneEngine", "HoneCore", "PCRE2", "HoneTestSupport"]),
    tests("HoneEngineTests", ["Hone", "HoneEngine", "HoneGrammar", "HoneCore", "PCRE2", "HoneTestSupport"]),
  ],
  swiftLanguageModes: [.v6]
)
