/** How the canvas is drawn: colour and shape tell the type, a dashed line a low confidence. */

import type { StylesheetJson } from "cytoscape";

import { theme } from "../settings";

export const FONT =
  '"Noto Sans SC","Noto Sans CJK SC","Source Han Sans SC","PingFang SC","Microsoft YaHei",' +
  '"Hiragino Sans GB","WenQuanYi Micro Hei",system-ui,sans-serif';
export const EDGE_FONT_SIZE = 10.5;
const LEGIBLE_ZOOM = 0.7;

interface Paint {
  ground: string;
  ink: string;
  line: string;
  lineInk: string;
  accent: string;
}

const PAINTS: Record<"light" | "dark", Paint> = {
  light: { ground: "#fbfbf9", ink: "#1d2329", line: "#a8b0b8", lineInk: "#4c565f", accent: "#0b63ce" },
  dark: { ground: "#14171b", ink: "#e7eaee", line: "#566069", lineInk: "#aab4be", accent: "#5aa9ff" },
};

export function paint(): Paint {
  return PAINTS[theme()];
}

export function style(): StylesheetJson {
  return [...nodeStyle(paint()), ...edgeStyle(paint()), ...stateStyle(paint())];
}

function nodeStyle(chosen: Paint): StylesheetJson {
  return [
    {
      selector: "node",
      style: {
        shape: "data(shape)" as "ellipse",
        "background-color": "data(colour)",
        width: "data(size)",
        height: "data(size)",
        "border-width": 1,
        "border-color": chosen.ground,
        label: "data(label)",
        color: chosen.ink,
        "font-family": FONT,
        "font-size": 12.5,
        "line-height": 1.15,
        "text-wrap": "wrap",
        "text-valign": "bottom",
        "text-halign": "center",
        "text-margin-y": 4,
        "text-outline-width": 2.5,
        "text-outline-color": chosen.ground,
        "min-zoomed-font-size": 6,
      },
    },
    {
      selector: "node[badge]",
      style: {
        "background-image": "data(badge)",
        "background-width": "data(badgeWidth)" as unknown as number,
        "background-height": 15,
        "background-position-x": "100%",
        "background-position-y": "0%",
        "background-offset-x": "data(badgeOffset)" as unknown as number,
        "background-offset-y": -7,
        "background-clip": "none",
        "background-image-containment": "over",
        "bounds-expansion": 32,
      },
    },
  ];
}

function edgeStyle(chosen: Paint): StylesheetJson {
  return [
    {
      selector: "edge",
      style: {
        width: 1.6,
        "line-color": chosen.line,
        "target-arrow-color": chosen.line,
        "target-arrow-shape": "triangle",
        "arrow-scale": 0.9,
        "curve-style": "bezier",
        "control-point-step-size": 46,
        label: "data(label)",
        color: chosen.lineInk,
        "font-family": FONT,
        "font-size": EDGE_FONT_SIZE,
        "text-rotation": "autorotate",
        "text-background-color": chosen.ground,
        "text-background-opacity": 0.92,
        "text-background-padding": "1.5px",
        "min-zoomed-font-size": EDGE_FONT_SIZE * LEGIBLE_ZOOM,
      },
    },
    { selector: "edge.symmetric", style: { "target-arrow-shape": "none" } },
    { selector: "edge.structure", style: { width: 1.2, "line-style": "dotted", label: "" } },
    { selector: "edge.unsure", style: { "line-style": "dashed", "line-opacity": 0.75 } },
    { selector: "edge.short", style: { label: "" } },
  ];
}

function stateStyle(chosen: Paint): StylesheetJson {
  return [
    { selector: ".off", style: { display: "none" } },
    {
      selector: "node.chosen",
      style: { "border-width": 3.5, "border-color": chosen.accent, "font-weight": "bold" },
    },
    { selector: "node.walked", style: { "border-width": 3, "border-color": chosen.accent } },
    {
      selector: "edge.walked, edge.chosen",
      style: {
        width: 3.2,
        "line-color": chosen.accent,
        "target-arrow-color": chosen.accent,
        color: chosen.accent,
        label: "data(label)",
      },
    },
    { selector: "node.dim", style: { opacity: 0.28 } },
    { selector: "edge.dim", style: { opacity: 0.12, label: "" } },
    { selector: "node:active", style: { "overlay-opacity": 0.08 } },
    { selector: "edge:active", style: { "overlay-opacity": 0.08 } },
  ];
}
