// TFTP client
import java.io.ByteArrayOutputStream;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;

public class Client {
    public static void main(String[] args) throws Exception {
        if (args.length < 3) {
            System.err.println("usage: java Client HOST PORT FILE");
            System.exit(1);
        }

        String host = "";  // fill in: the address of the server, from the first argument (args[0])
        int port = 0;      // fill in: the port of the server, from the second argument, as a number
        String name = "";  // fill in: the name of the file, from the third argument

        if (port == 0) {
            System.err.println("Fill in the host, the port and the name first.");
            System.exit(1);
        }

        // Two bytes say that it is a request, the highest first.
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(0);
        out.write(1);
        // fill in: the name (name.getBytes()), a zero byte, octet, a zero byte
        byte[] request = out.toByteArray();

        DatagramSocket socket = new DatagramSocket();
        // fill in: a time limit of two seconds (setSoTimeout())
        socket.send(new DatagramPacket(request, request.length, InetAddress.getByName(host), port));
        DatagramPacket block = new DatagramPacket(new byte[600], 600);
        socket.receive(block);

        // fill in: is it an error? Else acknowledge the block, to the port that it came from (getSocketAddress())
        // fill in: go on until a block has less than 512 bytes; send the last datagram again when nothing has come
        // fill in: write the file (Files.write())
        System.out.println(block.getLength() + " bytes have come of " + name);
        socket.close();
    }
}
