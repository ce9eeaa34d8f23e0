"""The second judge: invented histories, their printed sources and the truth, written from the documents alone.

It shares no code with the program nor with the first judge (`tests/legislature`). See `docs/decisions/0020-second-judge.md`.
"""
