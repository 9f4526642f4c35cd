# The deck with Docker alone: docker build -t deck . && docker run --rm -p 8000:8000 deck, then open http://localhost:8000
FROM python:3.13-slim-trixie

WORKDIR /deck
COPY . .
RUN python3 build.py --formats all

EXPOSE 8000
CMD ["python3", "-m", "http.server", "8000", "--directory", "dist"]
