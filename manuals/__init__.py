"""The manuals: docs/manual/*.md, from one source as pages for a browser and as PDF.

``python -m manuals`` writes the pages beside their sources, from where the program opens them;
``python -m manuals --pdf DIR`` sets them with the typst that prints the sheets.

The sources keep to a few forms of Markdown, so that a forge shows them too:

- ``# `` the manual's title, ``## `` and ``### `` headings; before a heading that the program or
  a link leads to stands ``<a id="name"></a>``
- paragraphs, ``1. `` steps, ``- `` points, ``> `` a note, ``| tables |``, ``    code``; what
  belongs to a step is indented by three blanks
- ``![what is seen](pictures/name.png)`` on a line of its own
- ``**strong**``, `` `code, key or file` ``, ``[link](place)``; 「…」 is always a word of the
  program, as it stands on the screen
"""
