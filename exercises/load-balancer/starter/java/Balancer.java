// A load balancer: gives each client to one of three servers, in turn.
// Compile:  javac Balancer.java
// Run:      java Balancer PORT HOST1 PORT1 HOST2 PORT2 HOST3 PORT3
import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;

public class Balancer {
    // whose turn it is
    static int turn = 0;

    static Socket callNextServer() {
        // fill in: connect to the server whose turn it is; when it is dead, to the next one; null when all are dead
        return null;
    }

    public static void main(String[] args) throws IOException {
        if (args.length < 7) {
            System.err.println("usage: java Balancer PORT HOST1 PORT1 HOST2 PORT2 HOST3 PORT3");
            System.exit(1);
        }

        // fill in: the port is given on the command line, in args[0], and the servers behind it
        int balancerPort = 12000;

        // create a TCP socket for the clients to connect to; it begins to listen at once
        try (ServerSocket balancerSocket = new ServerSocket(balancerPort)) {
            System.out.println("The load balancer is ready");

            // fill in: one client after another, and several at once
            try (Socket connection = balancerSocket.accept()) {
                // fill in:
                //   - call the next server; when there is none, send a line that begins with ERROR
                //   - read the client's line, and send it to the server
                //   - read the server's answer, and send it to the client
            }
        }
    }
}
