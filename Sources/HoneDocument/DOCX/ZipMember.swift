/// One entry of a zip archive's directory.
struct ZipMember: Equatable {
  enum Method { case stored, deflated }

  /// Its name, as bytes: only their ASCII part matters here.
  let name: [UInt8]
  let method: Method
  /// The CRC-32 of what it holds.
  let sum: UInt32
  let packedLength: Int
  let length: Int
  /// Where its local header begins.
  let offset: Int
  /// Its bytes in the directory.
  let entry: Range<Int>
  /// Whether its figures stand behind its data, as programs do that cannot go back.
  private let hasDescriptor: Bool

  init(at start: Int, in bytes: [UInt8], before directory: Range<Int>) throws(ZipError) {
    guard start + 46 <= directory.upperBound, bytes.word(start) == 0x0201_4B50 else { throw .damaged }
    let flags = bytes.half(start + 8)
    let nameEnd = start + 46 + bytes.half(start + 28)
    let upper = nameEnd + bytes.half(start + 30) + bytes.half(start + 32)
    guard upper <= directory.upperBound else { throw .damaged }
    if flags & 0x2041 != 0 { throw .encrypted }
    guard bytes.half(start + 34) == 0 else { throw .split }
    packedLength = bytes.word(start + 20)
    length = bytes.word(start + 24)
    offset = bytes.word(start + 42)
    if max(packedLength, length, offset) == 0xFFFF_FFFF { throw .zip64 }
    guard offset < directory.lowerBound else { throw .damaged }
    switch bytes.half(start + 10) {
    case 0: method = .stored
    case 8: method = .deflated
    case let other: throw .method(other)
    }
    name = Array(bytes[(start + 46)..<nameEnd])
    sum = UInt32(truncatingIfNeeded: bytes.word(start + 16))
    entry = start..<upper
    hasDescriptor = flags & 8 != 0
  }

  /// The bytes of its packed data, which end before an offset.
  func data(in bytes: [UInt8], before end: Int) throws(ZipError) -> Range<Int> {
    guard offset + 30 <= end, bytes.word(offset) == 0x0403_4B50 else { throw .damaged }
    let nameEnd = offset + 30 + bytes.half(offset + 26)
    let lower = nameEnd + bytes.half(offset + 28)
    guard lower + packedLength <= end, bytes[(offset + 30)..<nameEnd].elementsEqual(name) else {
      throw .damaged
    }
    return lower..<(lower + packedLength)
  }

  /// The bytes of the data descriptor behind its data; empty where it has none.
  func descriptor(after data: Range<Int>, in bytes: [UInt8], before end: Int) throws(ZipError) -> Range<Int> {
    let start = data.upperBound
    guard hasDescriptor else { return start..<start }
    for length in [16, 12] where start + length <= end {
      let figures = start + length - 12
      if length == 16, bytes.word(start) != 0x0807_4B50 { continue }
      guard bytes.word(figures) == Int(sum), bytes.word(figures + 4) == packedLength,
        bytes.word(figures + 8) == self.length
      else { continue }
      return start..<(start + length)
    }
    throw .damaged
  }

  /// Puts new figures into its local header, in bytes that are the archive's up to its data.
  ///
  /// A header with a descriptor may leave them out; then they stay out.
  func write(_ figures: ZipFigures, intoHeaderOf bytes: inout [UInt8]) {
    let old = ZipFigures(sum: sum, packed: packedLength, length: length)
    if !hasDescriptor || old.stand(in: bytes, at: offset + 14) {
      figures.write(into: &bytes, at: offset + 14)
    }
  }
}

/// What headers, descriptors and the directory say of a member's data, always in this order.
struct ZipFigures {
  let sum: UInt32
  let packed: Int
  let length: Int

  func write(into bytes: inout [UInt8], at offset: Int) {
    bytes.put(sum, at: offset)
    bytes.put(UInt32(packed), at: offset + 4)
    bytes.put(UInt32(length), at: offset + 8)
  }

  func stand(in bytes: [UInt8], at offset: Int) -> Bool {
    bytes.word(offset) == Int(sum) && bytes.word(offset + 4) == packed && bytes.word(offset + 8) == length
  }
}

/// The record at the end of an archive, which says where the directory is.
struct ZipEnd {
  /// Where the record begins.
  let record: Int
  /// The bytes of the directory.
  let directory: Range<Int>
  /// How many members there are.
  let count: Int

  init(of bytes: [UInt8]) throws(ZipError) {
    guard bytes.count >= 22 else { throw .notZip }
    // A comment of up to 64 KiB may follow.
    let first = max(0, bytes.count - 22 - 0xFFFF)
    let places = stride(from: bytes.count - 22, through: first, by: -1)
    guard
      let record = places.first(where: {
        bytes[$0] == 0x50 && bytes.word($0) == 0x0605_4B50 && $0 + 22 + bytes.half($0 + 20) == bytes.count
      })
    else { throw bytes.starts(with: [0x50, 0x4B, 3, 4]) ? .damaged : .notZip }
    self.record = record
    count = bytes.half(record + 10)
    let length = bytes.word(record + 12)
    let offset = bytes.word(record + 16)
    let hasLocator = record >= 20 && bytes.word(record - 20) == 0x0706_4B50
    if hasLocator || count == 0xFFFF || length == 0xFFFF_FFFF || offset == 0xFFFF_FFFF { throw .zip64 }
    guard bytes.half(record + 4) == 0, bytes.half(record + 6) == 0, bytes.half(record + 8) == count else {
      throw .split
    }
    guard offset + length <= record else { throw .damaged }
    directory = offset..<(offset + length)
  }
}

extension Array where Element == UInt8 {
  /// Two bytes, the low one first; the caller knows that they are there.
  func half(_ at: Int) -> Int { Int(self[at]) | Int(self[at + 1]) << 8 }

  /// Four bytes, the low one first.
  func word(_ at: Int) -> Int { half(at) | half(at + 2) << 16 }

  /// Writes four bytes, the low one first.
  mutating func put(_ value: UInt32, at offset: Int) {
    for place in 0..<4 { self[offset + place] = UInt8(truncatingIfNeeded: value >> (8 * UInt32(place))) }
  }
}
