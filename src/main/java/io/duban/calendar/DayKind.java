package io.duban.calendar;

/** What an arrangement (部分节假日安排的通知) says about a day it names; days it does not name follow the week. */
enum DayKind {
    /** 放假. */
    OFF,
    /** 调休上班: a Saturday or Sunday on which work is done. */
    WORK
}
