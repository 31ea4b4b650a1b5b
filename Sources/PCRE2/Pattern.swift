internal import CPCRE2

/// How much work a match may cost before it is given up.
public struct MatchLimits: Sendable {
  /// Calls of PCRE2's match function at one starting place.
  public var matches: UInt32
  /// Nested backtracking points.
  public var depth: UInt32
  /// Memory for backtracking, in KiB.
  public var heap: UInt32

  /// Limits for patterns that the project ships and has tried on pumped inputs.
  public static let trusted = MatchLimits(matches: 20_000_000, depth: 1_000_000, heap: 200_000)
  /// Limits for patterns that a user wrote.
  public static let untrusted = MatchLimits(matches: 100_000, depth: 10_000, heap: 4_000)

  /// Limits of your own.
  public init(matches: UInt32, depth: UInt32, heap: UInt32) {
    self.matches = matches
    self.depth = depth
    self.heap = heap
  }
}

/// A compiled PCRE2 pattern: UTF-8, Unicode properties, caseless unless it says otherwise.
///
/// This file is the whole wall around PCRE2's matching: no other target sees a C type or a pointer. Compiled code
/// is immutable, so a pattern may be shared between threads; what a match writes to is made for each call.
@safe public final class Pattern: Sendable {
  // SAFETY: both are never written after `init`, JIT included; PCRE2 lets threads share them.
  private nonisolated(unsafe) let code: OpaquePointer
  private nonisolated(unsafe) let context: OpaquePointer

  /// The named groups, in the order of their numbers.
  public let groups: [(name: String, number: Int)]

  private let asksWords: Bool

  /// Whether machine code was made for it. JIT may be refused by the system: the interpreter then does the same.
  public let isJIT: Bool

  /// Compiles a pattern. Named groups keep their names; `\C` is refused, for it would cut characters in half.
  public init(_ pattern: String, limits: MatchLimits = .trusted, jit: Bool = false) throws(PatternError) {
    var code: Int32 = 0
    var offset = 0
    let options =
      UInt32(PCRE2_UTF) | UInt32(PCRE2_UCP) | UInt32(PCRE2_CASELESS) | UInt32(PCRE2_NEVER_BACKSLASH_C)
    let bytes = Array(pattern.utf8)
    // SAFETY: the buffer outlives the call, and its length is passed with it.
    let compiled = unsafe bytes.withUnsafeBufferPointer {
      unsafe pcre2_compile_8($0.baseAddress, $0.count, options, &code, &offset, nil)
    }
    guard let compiled = unsafe compiled else { throw PatternError(code: code, offset: offset) }
    guard let context = unsafe pcre2_match_context_create_8(nil) else {
      unsafe pcre2_code_free_8(compiled)
      throw PatternError(code: PCRE2_ERROR_NOMEMORY, offset: 0)
    }
    unsafe pcre2_set_match_limit_8(context, limits.matches)
    unsafe pcre2_set_depth_limit_8(context, limits.depth)
    unsafe pcre2_set_heap_limit_8(context, limits.heap)
    isJIT = unsafe jit && pcre2_jit_compile_8(compiled, UInt32(PCRE2_JIT_COMPLETE)) == 0
    groups = unsafe Pattern.names(of: compiled)
    asksWords = WordCall.stands(in: bytes)
    unsafe self.code = compiled
    unsafe self.context = context
  }

  deinit {
    unsafe pcre2_match_context_free_8(context)
    unsafe pcre2_code_free_8(code)
  }

  /// The number of the group with this name, or `nil`.
  public func number(of name: String) -> Int? {
    groups.first { $0.name == name }?.number
  }

  /// The first match at or after a byte offset, or `nil`.
  ///
  /// - Parameters:
  ///   - subject: the whole text; lookbehind sees what stands before `offset`.
  ///   - offset: where to begin, at the boundary of a character.
  ///   - end: where the text ends for this match, in bytes; the subject's own end when left out.
  ///   - anchored: whether the match must begin at `offset` itself.
  ///   - words: who answers the pattern's callouts; without anybody they all say no.
  /// - Throws: `MatchError` where a limit was hit.
  public func firstMatch(
    in subject: Subject, from offset: Int = 0, end: Int? = nil, anchored: Bool = false,
    words: (any Words)? = nil
  ) throws(MatchError) -> Match? {
    let length = min(end ?? subject.bytes.count, subject.bytes.count)
    guard offset <= length else { return nil }
    precondition(isBoundary(offset, in: subject.bytes) && isBoundary(length, in: subject.bytes))
    // SAFETY: `Subject` proves that the bytes are UTF-8 and both ends were seen to be boundaries, so the check may
    // be left out; the match data is freed on every way out, and its vector is copied before that.
    let options = UInt32(PCRE2_NO_UTF_CHECK) | (anchored ? UInt32(PCRE2_ANCHORED) : 0)
    guard let data = unsafe pcre2_match_data_create_from_pattern_8(code, nil) else {
      throw MatchError(code: PCRE2_ERROR_NOMEMORY)
    }
    defer { unsafe pcre2_match_data_free_8(data) }
    // The context that all threads share knows no text; a pattern with callouts gets one of its own for each match.
    let own = unsafe asksWords ? pcre2_match_context_copy_8(context) : nil
    defer { unsafe pcre2_match_context_free_8(own) }
    let asked = Asked(words)
    if let own = unsafe own {
      // SAFETY: `asked` lives until the match has returned, which is the last time its address is used.
      unsafe pcre2_set_callout_8(own, answer, Unmanaged.passUnretained(asked).toOpaque())
    }
    defer { withExtendedLifetime(asked) {} }
    let count = unsafe subject.bytes.withUnsafeBufferPointer { bytes in
      // An empty array may lend no address at all; PCRE2 wants one even for no bytes.
      var nothing: UInt8 = 0
      return unsafe withUnsafePointer(to: &nothing) { empty in
        unsafe pcre2_match_8(code, bytes.baseAddress ?? empty, length, offset, options, data, own ?? context)
      }
    }
    if count == PCRE2_ERROR_NOMATCH { return nil }
    guard count > 0 else { throw MatchError(code: count) }
    let groupCount = unsafe Int(pcre2_get_ovector_count_8(data))
    let vector = unsafe UnsafeBufferPointer(start: pcre2_get_ovector_pointer_8(data), count: groupCount * 2)
    let bounds = unsafe vector.map { $0 == Int(bitPattern: UInt.max) ? -1 : Int($0) }
    return Match(bounds: bounds)
  }

  /// All matches from left to right, none overlapping, none empty.
  public func matches(
    in subject: Subject, from offset: Int = 0, end: Int? = nil, words: (any Words)? = nil
  ) throws(MatchError) -> [Match] {
    let length = min(end ?? subject.bytes.count, subject.bytes.count)
    var found: [Match] = []
    var at = offset
    while at <= length, let match = try firstMatch(in: subject, from: at, end: end, words: words) {
      if match.upper > match.lower {
        found.append(match)
        at = match.upper
      } else {
        at = nextBoundary(after: match.upper, in: subject.bytes)
      }
    }
    return found
  }

  private func isBoundary(_ offset: Int, in bytes: [UInt8]) -> Bool {
    offset == bytes.count || (offset >= 0 && bytes[offset] & 0xC0 != 0x80)
  }

  private func nextBoundary(after offset: Int, in bytes: [UInt8]) -> Int {
    var next = offset + 1
    while next < bytes.count, bytes[next] & 0xC0 == 0x80 { next += 1 }
    return next
  }

  private static func names(of code: OpaquePointer) -> [(name: String, number: Int)] {
    var count: UInt32 = 0
    var size: UInt32 = 0
    // SAFETY: the table belongs to the code and is read while it lives: `count` entries of `size` bytes, each two
    // bytes of number and a name that ends in NUL.
    unsafe pcre2_pattern_info_8(code, UInt32(PCRE2_INFO_NAMECOUNT), &count)
    unsafe pcre2_pattern_info_8(code, UInt32(PCRE2_INFO_NAMEENTRYSIZE), &size)
    guard count > 0 else { return [] }
    var table: UnsafePointer<UInt8>?
    unsafe pcre2_pattern_info_8(code, UInt32(PCRE2_INFO_NAMETABLE), &table)
    guard let table = unsafe table else { return [] }
    let bytes = unsafe UnsafeBufferPointer(start: table, count: Int(count * size))
    return (0..<Int(count)).map { entry in
      let at = entry * Int(size)
      let number = unsafe Int(bytes[at]) << 8 | Int(bytes[at + 1])
      let name = unsafe bytes[(at + 2)..<(at + Int(size))].prefix { $0 != 0 }
      return (unsafe String(decoding: name, as: UTF8.self), number)
    }.sorted { $0.number < $1.number }
  }
}

/// Holds who is asked during one match.
private final class Asked {
  let words: (any Words)?

  init(_ words: (any Words)?) {
    self.words = words
  }
}

/// PCRE2's callout: 0 goes on, 1 fails here and tries what else there is.
private let answer:
  @convention(c) (UnsafeMutablePointer<pcre2_callout_block_8>?, UnsafeMutableRawPointer?) -> Int32 = {
    block, data in
    // SAFETY: PCRE2 hands its own block and the address that the match was given, both alive for this call; the string
    // belongs to the pattern and is as long as the block says.
    guard let block = unsafe block, let data = unsafe data, let string = unsafe block.pointee.callout_string
    else { return 1 }
    let asked = unsafe Unmanaged<Asked>.fromOpaque(data).takeUnretainedValue()
    guard let words = asked.words else { return 1 }
    let text = unsafe UnsafeBufferPointer(start: string, count: Int(block.pointee.callout_string_length))
    var kind = 0
    for index in 1..<text.count { kind = unsafe kind * 10 + Int(text[index] &- 0x30) }
    let offset = unsafe Int(block.pointee.current_position)
    let isThere = unsafe text[0] == 0x73 ? words.begins(kind, at: offset) : words.ends(kind, at: offset)
    return isThere ? 0 : 1
  }
