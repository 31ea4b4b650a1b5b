internal import Synchronization

/// Values that are made when somebody asks for them.
///
/// A bullet through a pipe meets a dozen of the rules of its grammar; the others are never read.
public struct Deferred<Element: Sendable>: RandomAccessCollection, Sendable {
  private final class Store: Sendable {
    private let made: Mutex<[Element?]>
    private let make: @Sendable (Int) -> Element

    init(_ count: Int, _ make: @escaping @Sendable (Int) -> Element) {
      made = Mutex(Array(repeating: nil, count: count))
      self.make = make
    }

    subscript(_ index: Int) -> Element {
      if let known = made.withLock({ $0[index] }) { return known }
      // Two threads may make the same value; the one that comes first is kept.
      let new = make(index)
      return made.withLock { made in
        if let known = made[index] { return known }
        made[index] = new
        return new
      }
    }
  }

  private let store: Store
  /// Behind the last of them.
  public let endIndex: Int

  /// So many values, each made by its number.
  public init(count: Int, _ make: @escaping @Sendable (Int) -> Element) {
    store = Store(count, make)
    endIndex = count
  }

  /// Values that are there.
  init(_ values: [Element] = []) {
    self.init(count: values.count) { values[$0] }
  }

  /// The first of them.
  public var startIndex: Int { 0 }

  /// The value of a number.
  public subscript(_ index: Int) -> Element { store[index] }
}
