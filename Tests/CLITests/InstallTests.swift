import Foundation
import HoneTestSupport
import Testing

/// `make install` and `make uninstall`, with the program that is built already.
@Suite struct InstallTests {
  private func make(_ target: String, _ variables: String..., root: String) throws -> HoneTool.Run {
    try TemporaryFolder.with { folder in
      try HoneTool.start(
        "/usr/bin/env",
        [
          "make", "--no-print-directory", "-s", "-C", Repository.root, target, "HONE=\(HoneTool.path)",
          "DESTDIR=\(root)",
        ]
          + variables, in: folder)
    }
  }

  private func files(below root: String) -> [String] {
    let all = FileManager.default.enumerator(atPath: root)?.compactMap { $0 as? String } ?? []
    return all.filter { name in
      (try? FileManager.default.attributesOfItem(atPath: "\(root)/\(name)")[.type] as? FileAttributeType)
        == .typeRegular
    }.sorted()
  }

  @Test func putsEverythingInItsPlaceAndTakesItAwayAgain() throws {
    try TemporaryFolder.with { folder in
      let root = "\(folder)/stage area"
      let installed = try make("install-files", "PREFIX=/usr", root: root)
      #expect(installed.status == 0 && installed.errors.isEmpty, "\(installed.errors)")
      let names = files(below: root)
      for name in [
        "usr/bin/hone", "usr/share/bash-completion/completions/hone", "usr/share/zsh/site-functions/_hone",
        "usr/share/fish/vendor_completions.d/hone.fish", "usr/share/man/man1/hone.1",
        "usr/share/man/man1/hone-suggest.1",
      ] {
        #expect(names.contains(name))
      }
      let run = try HoneTool.start("\(root)/usr/bin/hone", ["--version"], in: folder)
      #expect(run.status == 0)
      // A neighbour's file stays.
      try TemporaryFolder.write([], to: "\(root)/usr/share/man/man1/honey.1")
      let removed = try make("uninstall", "PREFIX=/usr", root: root)
      #expect(removed.status == 0)
      #expect(files(below: root) == ["usr/share/man/man1/honey.1"])
    }
  }

  @Test func installBuildsTheReleaseFirst() throws {
    let plan = try TemporaryFolder.with { folder in
      try HoneTool.start(
        "/usr/bin/env", ["make", "-n", "-C", Repository.root, "install", "PREFIX=/opt/hone"], in: folder)
    }
    #expect(plan.status == 0)
    let build = try #require(plan.output.firstRange(of: "swift build -c release"))
    let copy = try #require(plan.output.firstRange(of: "\"/opt/hone/bin/hone\""))
    #expect(build.lowerBound < copy.lowerBound)
  }
}
