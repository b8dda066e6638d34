"""Notices: official announcements and appointments, whose headlines say only what they are.

A report's headline takes its words from the report; 云湖区人民政府人事任免 has hardly one in common with
殷小满任云湖区水务局副局长. What kind of notice both are tells then that they belong together.
"""

import re

_ANNOUNCES = re.compile(r"(?:公告|通告|公示|启事|声明|通知)[)）]?$")
_APPOINTS = re.compile(r"(?:任免|任职|任命|任免职|任免名单|任命名单|任免[^，。]{0,4}干部)$")
# What stands in the notices that such lines head.
_ANNOUNCED = re.compile(
    "特此|(?:公告|通告|公示|通知)如下|予以公[告示]|声明作废|进行公开招标|公示期|受理[^。]{0,40}(?:来信|线索|举报|反映|投诉)|来信请|信访接待"
)
_APPOINTED = re.compile(
    "决定[：:任免]|免去|(?:任命|任免)[：:]|任[^，。；]{2,24}(?:长|任|书记|员|裁|理)(?:[（(；。]|职务)"
)
_LAST = re.compile(
    "(?:特此(?:公告|通告|公示|启事|声明|通知)|声明作废|敬请[^，。]{0,6}(?:谅解|理解|周知))[。！]$"
)


def is_notice(text: str) -> bool:
    """Tell whether a line is the headline of an announcement.

    >>> is_notice("进驻公告"), is_notice("公告发布")
    (True, False)
    """
    return _ANNOUNCES.search(text) is not None


def ends_as_notice(text: str) -> bool:
    """Tell whether a line ends the headline of a notice, so that the next is another's.

    >>> ends_as_notice("云湖区人民政府人事任免"), ends_as_notice("云湖区人民政府")
    (True, False)
    """
    return is_notice(text) or _APPOINTS.search(text) is not None


def alike(headline: str, body: str) -> bool:
    """Tell whether a headline names the kind of notice that a body is.

    >>> alike("云湖区人民政府人事任免", "决定：殷小满任云湖区水务局副局长；")
    True
    >>> alike("云湖区人民政府人事任免", "殷小满到水务局调研。")
    False
    """
    if _APPOINTS.search(headline) and _APPOINTED.search(body):
        return True
    return is_notice(headline) and _ANNOUNCED.search(body) is not None


def closes(text: str) -> bool:
    """Tell whether a row is the last sentence of a notice.

    >>> closes("报名。特此公告。"), closes("公告如下：")
    (True, False)
    """
    return _LAST.search(text) is not None
