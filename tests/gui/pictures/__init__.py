"""Every page of the window as a picture, drawn by the running program: ``make pictures``.

A page is one short function that takes the Stage and gives the widget to be photographed; it
stands in the ``PAGES`` of the module of its area, under the name of its file::

    def glossary(stage: Stage) -> QWidget:
        window = stage.window(rooms.typing)
        place(window).errands.explain("BPR")
        return stage.front(GlossaryWindow)

    PAGES = {"glossary": glossary, …}

``stage.window(room)`` opens the program on a fresh copy of the data folder that ``room`` makes
from the demo (rooms.py); ``stage.front(kind)`` is the window of that kind that opened last.
Nobody waits by the clock: before the picture is taken the stage waits until no timer and no
drawing is under way, and says which one never ends.

An area is a module with PAGES, named in ``AREAS`` of __main__.py. Each page is drawn at every
size of ``SIZES`` (stage.py) into ``NAME-SIZE.png``.
"""
