/// A résumé in Markdown; a program of yours would read it from a file or a request.
let resume = """
  ## Experience

  - Responsible for training the **BM25** baseline in order to rank 40M ads
  - Ran [streaming ASR](https://ex.org) for 5,000 concurrent calls at 280 ms median delay

  ## Skills

  - Successfully used PyTorch
  """
