internal import HoneCore
internal import Zlib

/// A zip archive whose members stay as they are, bit for bit, but for one that is replaced.
///
/// Zip libraries write an archive anew: other times, other extra fields, other packing. This one reads the directory
/// and copies everything else.
struct ZipArchive {
  /// The whole archive.
  let bytes: [UInt8]
  /// The members, in the order of the directory.
  let members: [ZipMember]

  private let end: ZipEnd

  /// Reads the directory of an archive.
  init(_ bytes: [UInt8]) throws(ZipError) {
    self.bytes = bytes
    end = try ZipEnd(of: bytes)
    var members: [ZipMember] = []
    var at = end.directory.lowerBound
    for _ in 0..<end.count {
      let member = try ZipMember(at: at, in: bytes, before: end.directory)
      members.append(member)
      at = member.entry.upperBound
    }
    guard at == end.directory.upperBound else { throw .damaged }
    self.members = members
  }

  /// The member with this name in any case, or `nil` where there is none.
  func member(_ name: String) throws(ZipError) -> ZipMember? {
    let wanted = Array(name.utf8.map(Bytes.lowered))
    let found = members.filter { $0.name.map(Bytes.lowered) == wanted }
    if found.count > 1 { throw .damaged }
    return found.first
  }

  /// What a member holds, unpacked.
  func contents(of member: ZipMember) throws(ZipError) -> [UInt8] {
    guard member.length <= Zlib.longest else { throw .tooLong }
    let packed = bytes[try member.data(in: bytes, before: end.directory.lowerBound)]
    let contents: [UInt8]
    switch member.method {
    case .stored:
      guard member.packedLength == member.length else { throw .damaged }
      contents = Array(packed)
    case .deflated:
      guard let unpacked = Zlib.inflate(packed, size: member.length) else { throw .damaged }
      contents = unpacked
    }
    guard Zlib.crc32(contents) == member.sum else { throw .damaged }
    return contents
  }

  /// The archive with other contents for one member; the same bytes where they are the same.
  func replacing(_ member: ZipMember, with contents: [UInt8]) throws(ZipError) -> [UInt8] {
    if try self.contents(of: member) == contents { return bytes }
    guard let packed = member.method == .stored ? contents : Zlib.deflate(contents),
      contents.count <= Zlib.longest, bytes.count + packed.count < Int(UInt32.max)
    else { throw .tooLong }
    let data = try member.data(in: bytes, before: end.directory.lowerBound)
    let figures = ZipFigures(sum: Zlib.crc32(contents), packed: packed.count, length: contents.count)
    let descriptor = try member.descriptor(after: data, in: bytes, before: end.directory.lowerBound)
    try checkOverlaps(of: member, upTo: descriptor.upperBound)

    var out: [UInt8] = []
    out.reserveCapacity(bytes.count + packed.count - data.count)
    out += bytes[..<data.lowerBound]
    member.write(figures, intoHeaderOf: &out)
    out += packed
    let trailer = out.count
    out += bytes[descriptor]
    if !descriptor.isEmpty { figures.write(into: &out, at: trailer + descriptor.count - 12) }
    out += bytes[descriptor.upperBound..<end.directory.lowerBound]
    appendDirectory(to: &out, member, figures, shift: packed.count - data.count)
    return out
  }

  private func appendDirectory(
    to out: inout [UInt8], _ changed: ZipMember, _ figures: ZipFigures, shift: Int
  ) {
    let start = out.count
    for member in members {
      let entry = out.count
      out += bytes[member.entry]
      if member.offset == changed.offset { figures.write(into: &out, at: entry + 16) }
      if member.offset > changed.offset { out.put(UInt32(member.offset + shift), at: entry + 42) }
    }
    let tail = out.count
    out += bytes[end.directory.upperBound...]
    // The record of the end stands where it stood, seen from the end of the directory.
    out.put(UInt32(start), at: tail + end.record - end.directory.upperBound + 16)
  }

  /// Two members that share bytes cannot be told apart any more once one is changed.
  private func checkOverlaps(of changed: ZipMember, upTo upper: Int) throws(ZipError) {
    for member in members where member.entry != changed.entry {
      if member.offset >= changed.offset, member.offset < upper { throw .damaged }
    }
  }
}

/// Why an archive is not touched.
enum ZipError: Error, Equatable {
  case notZip, damaged, encrypted, zip64, split, tooLong
  case method(Int)

  /// The reason, as the end of a sentence about the file.
  var reason: String {
    switch self {
    case .notZip: "is no zip archive"
    case .damaged: "is a damaged zip archive"
    case .encrypted: "is encrypted; take the password off first"
    case .zip64: "is a zip64 archive, which hone does not write"
    case .split: "is one part of a zip archive in several files"
    case .tooLong: "holds more text than a résumé ever does"
    case .method(let number): "is packed by method \(number), which hone does not know"
    }
  }
}
