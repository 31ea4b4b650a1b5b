import Foundation

/// Writes a file so that it is the old one or the new one, whole, whenever somebody looks.
///
/// The new bytes go to a file beside it, which then takes its name. Mode and owner stay, and a link stays a link: what it
/// points at is replaced.
struct AtomicFile {
  /// The file itself, behind all links.
  private let path: String
  private let name: String

  /// A file by the path that the user named.
  init(_ name: String) {
    self.name = name
    path = URL(fileURLWithPath: name).resolvingSymlinksInPath().path
  }

  /// Replaces the file's bytes.
  ///
  /// - Parameters:
  ///   - old: what was read; a file that holds something else by now is left alone.
  ///   - backup: what to put behind the name of a copy of the old file, or `nil`.
  func replace(_ old: [UInt8], with new: [UInt8], backup: String?) throws {
    let attributes = try? FileManager.default.attributesOfItem(atPath: path)
    guard attributes?[.type] as? FileAttributeType == .typeRegular else {
      throw Trouble(message: "\(name): only a file can be replaced, and this is none; leave --in-place out")
    }
    if let links = attributes?[.referenceCount] as? Int, links > 1 {
      Talk.say("\(name): this file has \(links) names; the others keep the old text")
    }
    try HeldSignals.during { try swap(old, new, attributes, backup) }
  }

  private func swap(
    _ old: [UInt8], _ new: [UInt8], _ attributes: [FileAttributeKey: Any]?, _ backup: String?
  ) throws {
    let temporary = try write(new, attributes)
    do {
      guard (try? Descriptor.readAll(path)) == old else {
        throw Trouble(
          message:
            "\(name): somebody changed this file while hone worked on it; it was left alone, run hone again")
      }
      if let backup { try rename(try write(old, attributes), to: path + backup, name + backup) }
    } catch {
      try? FileManager.default.removeItem(atPath: temporary)
      throw error
    }
    try rename(temporary, to: path, name)
  }

  /// Makes a file that does not exist yet.
  ///
  /// - Parameter isPrivate: whether only its owner may read it.
  func create(_ bytes: [UInt8], isPrivate: Bool = true) throws {
    guard !FileManager.default.fileExists(atPath: path) else {
      throw Trouble(
        message: "\(name): somebody made this file while hone worked; it was left alone, run hone again")
    }
    try HeldSignals.during { try rename(try write(bytes, nil, isPrivate: isPrivate), to: path, name) }
  }

  /// Writes a file of a name that nobody has, down to the disk.
  private func write(_ bytes: [UInt8], _ attributes: [FileAttributeKey: Any]?, isPrivate: Bool = true) throws
    -> String
  {
    let temporary = "\(PathName.folder(path))/.hone-\(UUID().uuidString.prefix(8))"
    // Nobody else may read it before it has the mode of the file that it replaces.
    let mode: [FileAttributeKey: Any]? = isPrivate ? [.posixPermissions: 0o600] : nil
    guard FileManager.default.createFile(atPath: temporary, contents: nil, attributes: mode) else {
      throw Trouble(
        message:
          "\(name): nothing can be written into its folder; check its permissions and the space on the disk")
    }
    do {
      let handle = try FileHandle(forWritingTo: URL(fileURLWithPath: temporary))
      try handle.write(contentsOf: Data(bytes))
      try handle.synchronize()
      try handle.close()
      try keep(attributes, on: temporary)
    } catch let trouble as Trouble {
      try? FileManager.default.removeItem(atPath: temporary)
      throw trouble
    } catch {
      try? FileManager.default.removeItem(atPath: temporary)
      throw Trouble(
        message:
          "\(name): the new file cannot be written (\(AtomicFile.reason(error))); the old one stands as it was"
      )
    }
    return temporary
  }

  private func keep(_ attributes: [FileAttributeKey: Any]?, on path: String) throws {
    guard let attributes else { return }
    let own = try FileManager.default.attributesOfItem(atPath: path)
    var kept: [FileAttributeKey: Any] = [:]
    for key in [FileAttributeKey.ownerAccountID, .groupOwnerAccountID] {
      if let value = attributes[key] as? NSNumber, value != own[key] as? NSNumber { kept[key] = value }
    }
    // Only root may give a file away: for anybody else a file of somebody else's cannot be replaced as it was.
    if !kept.isEmpty, (try? FileManager.default.setAttributes(kept, ofItemAtPath: path)) == nil {
      throw Trouble(
        message:
          "\(name): this file belongs to somebody else, and would be yours after it; write it by >, or as its owner"
      )
    }
    if let mode = attributes[.posixPermissions] {
      try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: path)
    }
  }

  private func rename(_ temporary: String, to path: String, _ name: String) throws {
    // SAFETY: both names are lent for the call alone. Foundation has nothing that replaces a file in one step.
    guard unsafe Foundation.rename(temporary, path) == 0 else {
      try? FileManager.default.removeItem(atPath: temporary)
      throw Trouble(message: "\(name): this file cannot be replaced; check the permissions of its folder")
    }
  }

  private static func reason(_ error: any Error) -> String {
    let underlying = (error as NSError).userInfo[NSUnderlyingErrorKey] as? NSError ?? error as NSError
    return underlying.domain == NSPOSIXErrorDomain
      ? String(
        describing: POSIXErrorCode(rawValue: Int32(underlying.code)).map { "\($0)" }
          ?? "error \(underlying.code)")
      : underlying.localizedDescription
  }
}
