"""Validates a notebook and runs it in a kernel of its own; prints what each code cell wrote to stdout, by the cell's id, as JSON."""
import json
import sys

import nbformat
from nbclient import NotebookClient

notebook = nbformat.read(sys.argv[1], as_version=nbformat.NO_CONVERT)
nbformat.validate(notebook)
recorded = [cell.id for cell in notebook.cells if cell.cell_type == "code" and cell.outputs]
for cell in notebook.cells:
    if cell.cell_type == "code":
        cell.outputs = []
NotebookClient(notebook, timeout=300, kernel_name="python3").execute()
printed = {
    cell.id: "".join(out.text for out in cell.outputs if out.get("name") == "stdout")
    for cell in notebook.cells
    if cell.cell_type == "code"
}
json.dump({"version": [notebook.nbformat, notebook.nbformat_minor], "recorded": recorded, "printed": printed}, sys.stdout)
