# Sockgrade and the languages that programs are written in, for an ordinary user:
#
#   docker build --build-arg RELEASE=sockgrade-0.2.0-linux-x86_64.tar.xz -t sockgrade:0.2.0 .
#   docker run --rm -v "$PWD:/work" sockgrade:0.2.0 sockgrade check tcp-capitalize-server server.py
#
# RELEASE is a file beside this one, as ci/package makes it. `sockgrade doctor` within says what your engine allows.
FROM debian:12
ARG PACKAGES="python3 gcc g++ libc6-dev make bubblewrap nodejs golang-go openjdk-17-jdk-headless ca-certificates curl git xz-utils"
RUN apt-get update -qq \
    && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $PACKAGES \
    && rm -rf /var/lib/apt/lists/*
ARG RELEASE
COPY ${RELEASE} /tmp/sockgrade.tar.xz
RUN tar -xJf /tmp/sockgrade.tar.xz --strip-components=1 -C /usr/local && rm /tmp/sockgrade.tar.xz \
    && useradd --create-home --uid 1000 student
USER student
WORKDIR /work
CMD ["sockgrade", "--help"]
