"""Pages of uploads: what is under way, and what was read of each file."""

from typing import Annotated

from fastapi import APIRouter, Path, Request, UploadFile
from fastapi.responses import HTMLResponse, RedirectResponse

from api.dependencies import Writer, stores_of
from api.job_answers import answer_of, row_of
from api.pages.templating import path_of, render
from api.uploads import AllJobs, FormOnly, Limit, begin, load_upload

router = APIRouter(include_in_schema=False, default_response_class=HTMLResponse)

STATES = {
    "waiting": "等待中",
    "running": "处理中",
    "done": "已完成",
    "failed": "中断",
    "loaded": "已入库",
    "unchanged": "没有变化",
    "updated": "已更新",
    "copy": "同一文件的另一份文本",
    "refused": "未能读取",
}
ACCOUNTS = {
    "header": "文头",
    "preamble": "前言",
    "heading": "标题",
    "section": "章节",
    "item": "条目正文",
    "fact": "事实",
    "clause": "责任条款",
    "closing": "结尾",
    "annex": "附件",
    "boilerplate": "套语",
    "unexplained": "未解释",
}


@router.post("/view/documents", dependencies=[FormOnly])
def upload(file: list[UploadFile], writer: Writer, limit: Limit, jobs: AllJobs) -> RedirectResponse:
    """Load what a form sends without the help of a script: one document is shown, several are a job."""
    sent = [one for one in file if one.filename]
    if len(sent) == 1:
        return RedirectResponse(path_of("document", load_upload(sent[0], writer, limit).key), status_code=303)
    return RedirectResponse(f"/view/jobs/{begin(jobs, sent).key}", status_code=303)


@router.get("/view/jobs")
def all_jobs(request: Request, jobs: AllJobs) -> HTMLResponse:
    """The jobs of this server, and a form to begin another."""
    values = {"jobs": [row_of(job) for job in jobs.all()], "max_upload": stores_of(request).settings.max_upload}
    return render(request, "jobs.html", values | {"STATES": STATES})


@router.get("/view/jobs/{key}")
def job(request: Request, jobs: AllJobs, key: Annotated[str, Path()]) -> HTMLResponse:
    """How far a job is, file by file."""
    return render(request, "job.html", {"job": answer_of(jobs.find(key)), "STATES": STATES, "ACCOUNTS": ACCOUNTS})
