internal import CPCRE2

/// A compiled PCRE2 pattern: UTF-8, Unicode properties, caseless unless it says otherwise.
///
/// Compiled code is immutable, so a pattern may be shared between threads; what a match writes to is its `Workspace`.
@safe public final class Pattern: Sendable {
  // SAFETY: never written after `init`, JIT included; PCRE2 lets threads share it.
  private nonisolated(unsafe) let code: OpaquePointer

  /// The code, for those who write it down.
  var compiled: OpaquePointer { unsafe code }

  /// The named groups, in the order of their numbers.
  public let groups: [(name: String, number: Int)]

  private let groupCount: Int
  private let limits: MatchLimits
  private let asksWords: Bool

  /// Whether machine code was made for it. JIT may be refused by the system: the interpreter then does the same.
  public let isJIT: Bool

  /// Compiles a pattern. Named groups keep their names; `\C` is refused, for it would cut characters in half.
  ///
  /// - Parameters:
  ///   - pattern: the pattern.
  ///   - isAnchored: whether a match must begin where the search begins. This is a matter of the pattern and not of
  ///     the match, because PCRE2 leaves its machine code aside when it is told so late.
  ///   - isBrief: whether it is for a bullet or two: what it takes to make a pattern quick is then left out.
  ///   - limits: how much a match may cost.
  ///   - jit: whether to make machine code.
  public init(
    _ pattern: String, isAnchored: Bool = false, isBrief: Bool = false, limits: MatchLimits = .trusted,
    jit: Bool = false
  ) throws(PatternError) {
    var code: Int32 = 0
    var offset = 0
    let options =
      UInt32(PCRE2_UTF) | UInt32(PCRE2_UCP) | UInt32(PCRE2_CASELESS) | UInt32(PCRE2_NEVER_BACKSLASH_C)
      | (isAnchored ? UInt32(PCRE2_ANCHORED) : 0) | (isBrief ? Pattern.brief(isAnchored) : 0)
    let bytes = Array(pattern.utf8)
    // SAFETY: the buffer outlives the call, and its length is passed with it.
    let compiled = unsafe bytes.withUnsafeBufferPointer {
      unsafe pcre2_compile_8($0.baseAddress, $0.count, options, &code, &offset, nil)
    }
    guard let compiled = unsafe compiled else { throw PatternError(code: code, offset: offset) }
    isJIT = unsafe jit && pcre2_jit_compile_8(compiled, UInt32(PCRE2_JIT_COMPLETE)) == 0
    groups = unsafe Pattern.names(of: compiled)
    groupCount = unsafe Pattern.captureCount(of: compiled) + 1
    asksWords = WordCall.stands(in: bytes)
    self.limits = limits
    unsafe self.code = compiled
  }

  /// A pattern that was compiled elsewhere; it belongs to this object from now on.
  init(compiled code: OpaquePointer, limits: MatchLimits) {
    isJIT = false
    groups = unsafe Pattern.names(of: code)
    groupCount = unsafe Pattern.captureCount(of: code) + 1
    // Nothing says whether it asks anything, and to be ready costs little.
    asksWords = true
    self.limits = limits
    unsafe self.code = code
  }

  private static func captureCount(of code: OpaquePointer) -> Int {
    var captures: UInt32 = 0
    unsafe pcre2_pattern_info_8(code, UInt32(PCRE2_INFO_CAPTURECOUNT), &captures)
    return Int(captures)
  }

  /// Looking for where a match may begin is of no use where that is told, and what possessive repeats save on a few
  /// bullets is less than it takes to find them.
  private static func brief(_ isAnchored: Bool) -> UInt32 {
    UInt32(PCRE2_NO_AUTO_POSSESS) | (isAnchored ? UInt32(PCRE2_NO_START_OPTIMIZE) : 0)
  }

  deinit {
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
  ///   - words: who answers the pattern's callouts; without anybody they all say no.
  ///   - workspace: what the match writes to; one of its own when left out.
  /// - Throws: `MatchError` where a limit was hit.
  public func firstMatch(
    in subject: Subject, from offset: Int = 0, end: Int? = nil, words: (any Words)? = nil,
    workspace: Workspace? = nil
  ) throws(MatchError) -> Match? {
    let length = min(end ?? subject.bytes.count, subject.bytes.count)
    guard offset <= length else { return nil }
    precondition(isBoundary(offset, in: subject.bytes) && isBoundary(length, in: subject.bytes))
    let workspace = workspace ?? Workspace()
    workspace.prepare(limits, groups: groupCount)
    if asksWords, workspace.words !== words { workspace.words = words }
    var count = run(on: subject, length, from: offset, workspace)
    // Machine code begins with a small stack: where that is too small the match is run once more with a large one.
    if count == PCRE2_ERROR_JIT_STACKLIMIT, workspace.enlargeStack() {
      count = run(on: subject, length, from: offset, workspace)
    }
    if count == PCRE2_ERROR_NOMATCH { return nil }
    guard count > 0 else { throw MatchError(code: count) }
    return Match(bounds: workspace.bounds(Int(count)))
  }

  private func run(on subject: Subject, _ length: Int, from offset: Int, _ workspace: Workspace) -> Int32 {
    // SAFETY: `Subject` proves that the bytes are UTF-8 and both ends were seen to be boundaries, so the check may
    // be left out; code and workspace live until the call has returned.
    unsafe subject.bytes.withUnsafeBufferPointer { bytes in
      // An empty array may lend no address at all; PCRE2 wants one even for no bytes.
      var nothing: UInt8 = 0
      return unsafe withUnsafePointer(to: &nothing) { empty in
        unsafe pcre2_match_8(
          code, bytes.baseAddress ?? empty, length, offset, UInt32(PCRE2_NO_UTF_CHECK), workspace.data,
          workspace.context)
      }
    }
  }

  /// All matches from left to right, none overlapping, none empty.
  public func matches(
    in subject: Subject, from offset: Int = 0, end: Int? = nil, words: (any Words)? = nil,
    workspace: Workspace? = nil
  ) throws(MatchError) -> [Match] {
    let length = min(end ?? subject.bytes.count, subject.bytes.count)
    let workspace = workspace ?? Workspace()
    var found: [Match] = []
    var at = offset
    while at <= length,
      let match = try firstMatch(in: subject, from: at, end: end, words: words, workspace: workspace)
    {
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
