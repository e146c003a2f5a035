#!/bin/sh
ip addr | grep 'inet '
