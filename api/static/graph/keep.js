// What is taken away: a link to this view, and the picture as PNG.
"use strict";

{
  const p = window.picture;
  p.share = async () => {
    try { await navigator.clipboard.writeText(location.href); p.show(p.byId("told"), "链接已复制"); }
    catch { p.show(p.byId("told"), "请复制地址栏中的链接"); }
  };
  p.png = () => {
    const drawn = p.network.canvas.frame.canvas, whole = document.createElement("canvas");
    [whole.width, whole.height] = [drawn.width, drawn.height];
    const pen = whole.getContext("2d");
    pen.fillStyle = p.PAPER;
    pen.fillRect(0, 0, whole.width, whole.height);
    pen.drawImage(drawn, 0, 0);
    const a = document.createElement("a");
    a.download = `${document.title.slice(0, 60)}.png`;
    a.href = whole.toDataURL("image/png");
    a.click();
  };
}
