internal import Foundation
public import HoneDocument

/// Runs `pdftotext`: the only program that hone calls, for nobody has written a PDF reader twice.
public enum PDFText {
  /// The text of a PDF, with its columns one after the other and its indentation.
  ///
  /// - Throws: where there is no `pdftotext`, or where it cannot read the file.
  public static func text(of bytes: [UInt8]) throws(DocumentError) -> [UInt8] {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("hone-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    do {
      try FileManager.default.createDirectory(
        at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
      try Data(bytes).write(to: folder.appendingPathComponent("resume.pdf"))
    } catch {
      throw DocumentError("a PDF is unpacked in a temporary folder, and none can be written: \(folder.path)")
    }
    // Poppler's program tells where each word stands; others only draw the page with spaces.
    if let page = try run(["-bbox-layout"], folder) { return PDFLayout.text(ofWords: page) }
    if let text = try run(["-layout"], folder) { return text.filter { $0 != 0x0C } }
    throw DocumentError("pdftotext cannot read this PDF; is it damaged, or locked with a password?")
  }

  /// What the program writes; `nil` where it says that it cannot.
  private static func run(_ options: [String], _ folder: URL) throws(DocumentError) -> [UInt8]? {
    let output = folder.appendingPathComponent("text")
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments =
      ["pdftotext", "-enc", "UTF-8"] + options + [
        folder.appendingPathComponent("resume.pdf").path, output.path,
      ]
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    let ended = DispatchSemaphore(value: 0)
    process.terminationHandler = { _ in ended.signal() }
    do { try process.run() } catch { throw missing }
    if ended.wait(timeout: .now() + 60) == .timedOut {
      process.terminate()
      throw DocumentError("pdftotext has not ended after a minute; the PDF may be damaged")
    }
    // What `env` says where there is no such program.
    if process.terminationStatus == 127 { throw missing }
    guard process.terminationStatus == 0, let data = try? Data(contentsOf: output) else { return nil }
    return Array(data)
  }

  private static let missing = DocumentError(
    "hone reads PDF files with pdftotext, which is not here; install poppler-utils (Debian, Fedora) or poppler (Homebrew, Arch)"
  )
}
