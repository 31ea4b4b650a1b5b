internal import HoneCore

/// The zip archive that a document is.
struct DOCXPackage: Sendable {
  /// The XML of the text.
  let document: [UInt8]
  /// The name of its member.
  let name: String
  private let archive: ZipArchive
  private let member: ZipMember

  /// Opens a document.
  ///
  /// - Throws: where it is none, or one that must not be changed: encrypted, signed, damaged.
  init(_ bytes: [UInt8]) throws(DocumentError) {
    if bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) {
      throw DocumentError(
        "this is a document with a password, or of Word 2003 and before; save it as .docx without a password")
    }
    do {
      archive = try ZipArchive(bytes)
      if archive.members.contains(where: { $0.name.starts(with: "_xmlsignatures/".utf8) }) {
        throw DocumentError(
          "this document is signed, and a change would break the signature; hone leaves it alone")
      }
      name = try DOCXPackage.nameOfDocument(archive)
      guard let member = try archive.member(name) else {
        throw DocumentError("this is no Word document: the archive holds no \(name)")
      }
      self.member = member
      document = try archive.contents(of: member)
    } catch let error as ZipError {
      throw DocumentError("this document \(error.reason)")
    } catch let error as DocumentError {
      throw error
    } catch {
      throw DocumentError("this document cannot be read")
    }
  }

  /// The member that holds the text: the package says which, and nearly always says the same.
  private static func nameOfDocument(_ archive: ZipArchive) throws(ZipError) -> String {
    let usual = "word/document.xml"
    guard let member = try archive.member("_rels/.rels"), let bytes = try? archive.contents(of: member),
      let xml = try? WordXML(bytes, name: "_rels/.rels")
    else { return usual }
    for index in xml.tokens.indices where xml.local(index) == "Relationship" {
      guard xml.attribute("Type", of: index)?.hasSuffix("/officeDocument") == true,
        let target = xml.attribute("Target", of: index)
      else { continue }
      return target.hasPrefix("/") ? String(target.dropFirst()) : target
    }
    return usual
  }

  /// The XML of the styles, which stands beside that of the text; `nil` where there is none.
  func styles() throws(DocumentError) -> [UInt8]? {
    let folder = name.split(separator: "/").dropLast().joined(separator: "/")
    do throws(ZipError) {
      guard let member = try archive.member(folder.isEmpty ? "styles.xml" : folder + "/styles.xml") else {
        return nil
      }
      return try archive.contents(of: member)
    } catch {
      throw DocumentError("this document \(error.reason)")
    }
  }

  /// The file with other XML for the text.
  func replacing(_ document: [UInt8]) throws(DocumentError) -> [UInt8] {
    do throws(ZipError) {
      return try archive.replacing(member, with: document)
    } catch {
      throw DocumentError("this document \(error.reason)")
    }
  }
}
