// A web proxy: passes requests on to the origin, and remembers its pages.
// Compile:  javac Proxy.java
// Run:      java Proxy PORT ORIGIN_HOST ORIGIN_PORT
import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

public class Proxy {
    // what is remembered: from the path to all bytes of the response
    static final Map<String, byte[]> kept = new ConcurrentHashMap<>();

    static byte[] askOrigin(byte[] request) throws IOException {
        // fill in: connect to the origin, send the request, and read until nothing more comes
        return new byte[0];
    }

    public static void main(String[] args) throws IOException {
        if (args.length < 3) {
            System.err.println("usage: java Proxy PORT ORIGIN_HOST ORIGIN_PORT");
            System.exit(1);
        }

        // fill in: the port is given on the command line, in args[0], and the origin in args[1] and args[2]
        int proxyPort = 12000;

        // create a TCP socket for the browsers to connect to; it begins to listen at once
        try (ServerSocket proxySocket = new ServerSocket(proxyPort)) {
            System.out.println("The proxy is ready");

            // fill in: one browser after another
            try (Socket connection = proxySocket.accept()) {
                // fill in:
                //   - read until \r\n\r\n has come; -1 means that the browser has gone
                //   - take the path out of the first line; if it is in kept, send what is there
                //   - else ask the origin, and send what it says; when nobody listens there, send a 502
                //   - put it into kept, when it is whole and its status is 200
            }
        }
    }
}
