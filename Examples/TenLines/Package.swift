// swift-tools-version: 6.2
import PackageDescription

// A package of its own that uses hone as any other would; `make example` builds and runs it.
let package = Package(
  name: "TenLines",
  platforms: [.macOS(.v15)],
  dependencies: [.package(name: "hone", path: "../..")],
  targets: [
    .executableTarget(name: "TenLines", dependencies: [.product(name: "Hone", package: "hone")])
  ]
)
