# SPDX-License-Identifier: BSL-1.0
"""The few shapes of SVG that the pictures are made of; legible on light and on dark paper."""

from dataclasses import dataclass, field
from html import escape
from pathlib import Path

STYLE = """text { font: 13px system-ui, sans-serif; fill: #1f2328 }
.title { font-size: 15px; font-weight: 600 }
.faint { fill: #59636e }
.axis { stroke: #8c959f; stroke-width: 1 }
.grid { stroke: #8c959f; stroke-opacity: 0.25 }
.goal { stroke: #1f2328; stroke-width: 2 }
@media (prefers-color-scheme: dark) {
  text { fill: #e6edf3 }
  .faint { fill: #9198a1 }
  .goal { stroke: #e6edf3 }
}"""

# Each has contrast enough with white and with black; Koine's is the first.
COLOURS = ["#2f7de1", "#d9730d", "#0f9d76", "#a05ae0", "#d6409f", "#7d8590", "#b8860b", "#e5484d"]


@dataclass
class Picture:
    width: float
    height: float
    parts: list[str] = field(default_factory=list)

    def line(self, x1: float, y1: float, x2: float, y2: float, kind: str) -> None:
        self.parts.append(f'<line x1="{x1:.1f}" y1="{y1:.1f}" x2="{x2:.1f}" y2="{y2:.1f}" class="{kind}"/>')

    def bar(self, x: float, y: float, width: float, height: float, colour: str) -> None:
        self.parts.append(f'<rect x="{x:.1f}" y="{y:.1f}" width="{width:.1f}" height="{height:.1f}" rx="2" fill="{colour}"/>')

    def path(self, points: list[tuple[float, float]], colour: str, width: float) -> None:
        joined = " ".join(f"{x:.1f},{y:.1f}" for x, y in points)
        self.parts.append(f'<polyline points="{joined}" fill="none" stroke="{colour}" stroke-width="{width}"/>')
        self.parts += [f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{width + 1.5}" fill="{colour}"/>' for x, y in points]

    def text(self, x: float, y: float, words: str, anchor: str = "start", kind: str = "") -> None:
        self.parts.append(f'<text x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}" class="{kind}">{escape(words)}</text>')

    def save(self, path: Path) -> None:
        head = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {self.width:.0f} {self.height:.0f}" width="{self.width:.0f}" role="img">'
        path.write_text("\n".join([head, f"<style>{STYLE}</style>", *self.parts, "</svg>"]) + "\n")
