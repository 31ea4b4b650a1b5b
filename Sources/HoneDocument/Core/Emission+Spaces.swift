extension Emission {
  /// A space that has come to stand first or last in a wrapper moves out: of `[on the](link)` stays ` [the](link)`.
  ///
  /// Some hosts underline it, and in others a mark with a space inside is none.
  func withSpacesMovedOut(_ units: [Unit]) -> [Unit] {
    units.indices.flatMap { index in
      let unit = units[index]
      guard unit.kind == .verbatim || unit.kind == .softBreak, !unit.wrappers.isEmpty else { return [unit] }
      let shared = [index - 1, index + 1].map { near in
        units.indices.contains(near) ? common(units[near].wrappers, unit.wrappers).count : nil
      }
      return parts(of: unit, outer: shared[0], outerBehind: shared[1])
    }
  }

  /// A unit, and the spaces at its ends that leave the wrappers which begin or end there.
  ///
  /// - Parameters:
  ///   - outer: how many of its wrappers hold the unit before too; `nil` where there is none.
  ///   - outerBehind: how many hold the one behind.
  private func parts(of unit: Unit, outer: Int?, outerBehind: Int?) -> [Unit] {
    let bytes = unit.kind == .softBreak ? [0x20] : Array(bullet.content(unit))
    let depth = unit.wrappers.count
    var leading = 0
    if let outer, outer < depth, bytes.first == 0x20, !isFirst(unit, in: unit.wrappers[outer]) {
      leading = bytes.prefix { $0 == 0x20 }.count
      // Where nothing else stands, the wrapper must go on behind it.
      if leading == bytes.count, outerBehind ?? 0 <= outer { return [unit] }
    }
    var trailing = 0
    if leading < bytes.count, let outerBehind, outerBehind < depth, bytes.last == 0x20,
      !isLast(unit, in: unit.wrappers[outerBehind])
    {
      trailing = bytes[leading...].reversed().prefix { $0 == 0x20 }.count
      if trailing == bytes.count, outer ?? 0 <= outerBehind { return [unit] }
    }
    if leading + trailing == 0 { return [unit] }
    let words = leading..<(bytes.count - trailing)
    return [space(leading, unit, outer), part(of: unit, words, bytes), space(trailing, unit, outerBehind)]
      .compactMap(\.self)
  }

  private func space(_ count: Int, _ unit: Unit, _ outer: Int?) -> Unit? {
    guard count > 0, let outer else { return nil }
    return Unit(
      content: .new([UInt8](repeating: 0x20, count: count)), kind: .verbatim,
      wrappers: Array(unit.wrappers[..<outer]), text: nil)
  }

  private func part(of unit: Unit, _ range: Range<Int>, _ bytes: [UInt8]) -> Unit? {
    if range.isEmpty { return nil }
    func moved(_ whole: Range<Int>) -> Range<Int> {
      (whole.lowerBound + range.lowerBound)..<(whole.lowerBound + range.upperBound)
    }
    guard let source = unit.source else {
      return Unit(
        content: .new(Array(bytes[range])), kind: unit.kind, wrappers: unit.wrappers, text: unit.text)
    }
    return Unit(
      content: .source(moved(source)), kind: unit.kind, wrappers: unit.wrappers, text: unit.text.map(moved))
  }

  /// Whether the words of a wrapper begin with a unit in the file as it is.
  private func isFirst(_ unit: Unit, in wrapper: Int) -> Bool {
    guard unit.source != nil, let text = unit.text else { return false }
    return words(of: wrapper).first?.text.lowerBound == text.lowerBound
  }

  private func isLast(_ unit: Unit, in wrapper: Int) -> Bool {
    guard unit.source != nil, let text = unit.text else { return false }
    return words(of: wrapper).last?.text.upperBound == text.upperBound
  }

  private func words(of wrapper: Int) -> [Segment] {
    bullet.segments.filter { !$0.text.isEmpty && $0.wrappers.contains(wrapper) }
  }
}
