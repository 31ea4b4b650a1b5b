internal import CPCRE2

/// What a match writes to: one for each thread, used by one match after the other.
///
/// Making it anew for every match costs more than many a match.
@safe public final class Workspace {
  // SAFETY: both belong to this object alone, from `init` to `deinit`, and are never nil between.
  private(set) var data: OpaquePointer
  let context: OpaquePointer
  private var capacity = 32
  private var stack: OpaquePointer?

  /// The limits that the context was given last.
  private var limits: MatchLimits?
  /// Who answers callouts; stays until somebody else is to.
  var words: (any Words)?
  /// Where what a callout asked about last ends.
  fileprivate var end = -1

  /// A workspace.
  public init() {
    guard let data = unsafe pcre2_match_data_create_8(UInt32(capacity), nil),
      let context = unsafe pcre2_match_context_create_8(nil)
    else { preconditionFailure("there is no memory for a match") }
    unsafe self.data = data
    unsafe self.context = context
    // SAFETY: the address is that of this object, which outlives its context.
    unsafe pcre2_set_callout_8(context, answer, Unmanaged.passUnretained(self).toOpaque())
  }

  /// Gives machine code a large stack; false where it has one already.
  func enlargeStack() -> Bool {
    guard unsafe stack == nil,
      let made = unsafe pcre2_jit_stack_create_8(1 << 16, Workspace.largestStack, nil)
    else {
      return false
    }
    unsafe stack = made
    // SAFETY: the stack belongs to this object, as the context does, and is used by one match after the other.
    unsafe pcre2_jit_stack_assign_8(context, nil, UnsafeMutableRawPointer(made))
    return true
  }

  /// In bytes; a match that needs more is given up.
  private static let largestStack = 16 << 20

  deinit {
    if let stack = unsafe stack { unsafe pcre2_jit_stack_free_8(stack) }
    unsafe pcre2_match_data_free_8(data)
    unsafe pcre2_match_context_free_8(context)
  }

  /// Makes ready for a match of a pattern with so many groups.
  func prepare(_ limits: MatchLimits, groups: Int) {
    if limits != self.limits {
      self.limits = limits
      unsafe pcre2_set_match_limit_8(context, limits.matches)
      unsafe pcre2_set_depth_limit_8(context, limits.depth)
      unsafe pcre2_set_heap_limit_8(context, limits.heap)
    }
    guard groups > capacity else { return }
    guard let larger = unsafe pcre2_match_data_create_8(UInt32(groups), nil) else {
      preconditionFailure("there is no memory for a match")
    }
    unsafe pcre2_match_data_free_8(data)
    unsafe data = larger
    capacity = groups
  }

  /// The starts and ends of the first groups; -1 where one took no part.
  func bounds(_ count: Int) -> [Int] {
    // SAFETY: the vector has room for `capacity` pairs, and a match says of no more than that how many it has set.
    let vector = unsafe UnsafeBufferPointer(
      start: pcre2_get_ovector_pointer_8(data), count: min(count, capacity) * 2)
    return unsafe vector.map { $0 == Int(bitPattern: UInt.max) ? -1 : Int($0) }
  }
}

/// PCRE2's callout: 0 goes on, 1 fails here and tries what else there is.
private let answer:
  @convention(c) (UnsafeMutablePointer<pcre2_callout_block_8>?, UnsafeMutableRawPointer?) -> Int32 = {
    block, data in
    // SAFETY: PCRE2 hands its own block and the address that the context was given, both alive for this call; the
    // string belongs to the pattern and is as long as the block says.
    guard let block = unsafe block, let data = unsafe data, let string = unsafe block.pointee.callout_string
    else { return 1 }
    let workspace = unsafe Unmanaged<Workspace>.fromOpaque(data).takeUnretainedValue()
    guard let words = workspace.words else { return 1 }
    let text = unsafe UnsafeBufferPointer(start: string, count: Int(block.pointee.callout_string_length))
    // Nothing is asked between the two callouts of a call, so the end of what began last is the end that is asked for.
    let offset = unsafe Int(block.pointee.current_position)
    if unsafe text[0] == 0x65 { return workspace.end == offset ? 0 : 1 }
    var kind = 0
    for index in 1..<text.count { kind = unsafe kind * 10 + Int(text[index] &- 0x30) }
    guard let end = words.end(of: kind, from: offset) else { return 1 }
    workspace.end = end
    return 0
  }
