import HoneTestSupport
import Testing

#if os(Linux)
  /// What `make test` needs besides Swift.
  @Suite struct MakeTests {
    /// A fresh machine has none of these tools: a stand-in for `apt-get` notes what it is asked for.
    @Test(arguments: [("shell-deps", "fish"), ("pdf-deps", "poppler-utils"), ("pages-deps", "jq")])
    func whatIsMissingIsInstalled(_ target: String, _ package: String) throws {
      let script = """
        make=$(command -v make) && mkdir bin
        for tool in id uname; do ln -s "$(command -v $tool)" bin/; done
        printf '#!/bin/bash\\necho "$@" >> %s/log\\n' "$PWD" > bin/apt-get && chmod +x bin/apt-get
        MAKEFLAGS= PATH="$PWD/bin" "$make" -s -C '\(Repository.root)' \(target) && cat log
        """
      let run = try TemporaryFolder.with { try HoneTool.shell(script, in: $0) }
      #expect(run.status == 0, "\(run.errors)")
      #expect(run.lines.contains { $0.hasPrefix("install") && $0.contains(package) }, "\(run.output)")
    }
  }
#endif
